import { IconCheckbox, IconDownload } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { idText } from "../../contract/conversation-id.ts";
import type { Row } from "../../contract/page.ts";
import { mostSelected } from "../../contract/selection.ts";
import { allPagesQuery } from "../api/all-pages.ts";
import { failureSentences } from "../api/errors.ts";
import { formatList } from "../format/list.ts";
import { formatDates } from "../format/time.ts";
import { rowTime } from "../view/asked-zone.ts";
import { clearChosen } from "../view/choose.ts";
import { anywhereRequest, selectedRequest } from "../view/selected.ts";
import type { View } from "../view/view.ts";
import { t } from "../words/words.ts";
import { shortId } from "./IdText.tsx";
import { type FindOption, type FindSubject, groupOf } from "./option.ts";
import { placeByTime, withDays } from "./place.ts";

const nothing = { query: {} };

type Found = { id: string; ms: number | undefined };

/** Which of some conversations the account has, and which of those the view has. */
type Several =
  | { kind: "asking" }
  | { kind: "failed"; error: unknown }
  | { kind: "there"; found: readonly Found[]; here: ReadonlySet<string> };

function readFound(rows: readonly Row[], { fields, columns, view }: FindSubject): Found[] {
  const { id, time } = fields.roles;
  const isCalendar = columns.some(({ field, calendar }) => field === time?.shown && calendar === true);
  const found = rows.flatMap((row): Found[] => {
    const own = id && idText(row[id.field]);
    return own === undefined ? [] : [{ id: own, ms: time && rowTime(row[time.shown], isCalendar, view.zone) }];
  });
  return [...new Map(found.map((one) => [one.id, one])).values()];
}

/** Asks by one query which there are; by another one which the view has, where their times do not tell. */
function useSeveral(subject: FindSubject, ids: readonly string[], isSettled: boolean): Several {
  const { fields, request, pin } = subject;
  const { id } = fields.roles;
  const isAsked = isSettled && id !== undefined && ids.length > 0 && ids.length <= mostSelected;
  const asked = id && isAsked ? anywhereRequest(request, { ...fields.roles, id }, ids) : nothing;
  const all = useQuery({ ...allPagesQuery(asked, pin.id), enabled: isAsked });
  const found = useMemo(() => readFound(all.data?.rows ?? [], subject), [all.data, subject]);
  const places = found.map((one) => ({ id: one.id, place: placeByTime(subject, one.ms) }));
  const open = places.flatMap((one) => (one.place === undefined ? [one.id] : []));
  const rest = id && open.length > 0 ? selectedRequest(request, id, open) : nothing;
  const inView = useQuery({ ...allPagesQuery(rest, pin.id), enabled: isAsked && open.length > 0 });
  const error = all.error ?? inView.error;
  if (error) return { kind: "failed", error };
  if (!all.data || (open.length > 0 && !inView.data)) return { kind: "asking" };
  const answered = inView.data ? readFound(inView.data.rows, subject).map((one) => one.id) : [];
  const here = places.flatMap((one) => (one.place === "inView" ? [one.id] : []));
  return { kind: "there", found, here: new Set([...here, ...answered]) };
}

/** The days from the first to the last of some conversations, without filters; undefined where none is needed. */
function viewOfAll({ view }: FindSubject, found: readonly Found[]): { view: View; dates: string } {
  const times = found.flatMap(({ ms }) => ms ?? []);
  const plain = clearChosen(view);
  if (times.length === 0) return { view: plain, dates: "" };
  // Not spread into one call: the list may be long.
  const [from, to] = times.reduce(
    ([low, high], ms) => [Math.min(low, ms), Math.max(high, ms)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
  return { view: withDays(plain, from, to), dates: formatDates(from, to, view.zone) };
}

function options(
  subject: FindSubject,
  { found, here }: Extract<Several, { kind: "there" }>,
  wanted: number,
): FindOption[] {
  const ids = found.map(({ id }) => id);
  if (ids.length === 0) return [];
  const { onSelect, onExport } = subject;
  const icon = <IconCheckbox size="1rem" aria-hidden />;
  const end = t("find.several.found", { found: ids.length, all: wanted });
  const exports = (view?: View): FindOption => ({
    key: "export",
    icon: <IconDownload size="1rem" aria-hidden />,
    text: t("find.several.export", { count: ids.length }),
    of: "words",
    run: () => onExport(ids, view),
  });
  const away = ids.filter((id) => !here.has(id)).length;
  if (away === 0) {
    const text = t("find.several.select", { count: ids.length });
    return [{ key: "select", icon, text, of: "words", end, run: () => onSelect(ids) }, exports()];
  }
  const { view, dates } = viewOfAll(subject, found);
  const all: FindOption = {
    key: "select",
    icon,
    text: t("find.several.selectAll", { count: ids.length }),
    of: "words",
    under: t("find.several.without", { dates, count: away }),
    end,
    run: () => onSelect(ids, view),
  };
  const own = ids.filter((id) => here.has(id));
  const text = t("find.several.selectHere", { count: own.length });
  const inView: FindOption = { key: "here", icon, text, of: "words", run: () => onSelect(own) };
  return [all, ...(own.length > 0 ? [inView] : []), exports(view)];
}

/** So many ids are named in a sentence. */
const mostNamed = 5;

function named(ids: readonly string[]): string {
  const first = formatList(ids.slice(0, mostNamed).map(shortId));
  return ids.length > mostNamed ? t("find.several.andMore", { ids: first, count: ids.length - mostNamed }) : first;
}

/**
 * Several conversations at once: to be selected or exported, and which of them were not found.
 *
 * @param ids those of conversations, of typed ids and of calls and messages that were looked up.
 * @param unknown SIDs of calls and messages that no conversation is known of.
 */
export function useSeveralGroup(
  subject: FindSubject,
  { ids, unknown, wanted }: { ids: readonly string[]; unknown: readonly string[]; wanted: number },
  isSettled: boolean,
) {
  const several = useSeveral(subject, ids, isSettled);
  if (ids.length > mostSelected)
    return { groups: [], notices: [t("find.several.tooMany", { count: ids.length, most: mostSelected })] };
  if (several.kind === "asking" && ids.length > 0) return { groups: [], notices: [t("find.several.waiting")] };
  if (several.kind === "failed")
    return { groups: [], notices: [t("find.several.failed", { why: failureSentences(several.error) })] };
  const there = several.kind === "there" ? several : { kind: "there" as const, found: [], here: new Set<string>() };
  const have = new Set(there.found.map(({ id }) => id));
  const missing = [...ids.filter((id) => !have.has(id)), ...unknown];
  const title = t("find.groups.several", { count: wanted });
  return {
    groups: groupOf("several", title, options(subject, there, wanted)),
    notices: missing.length > 0 ? [t("find.several.missing", { count: missing.length, ids: named(missing) })] : [],
  };
}
