import { IconCalendar, IconFilterOff, IconMessage2 } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { idText } from "../../contract/conversation-id.ts";
import type { Row } from "../../contract/page.ts";
import { allPagesQuery } from "../api/all-pages.ts";
import { conversationFieldsQuery, joinRows } from "../api/conversation-fields.ts";
import { failureSentences } from "../api/errors.ts";
import { formatDate } from "../format/time.ts";
import { placeWhere } from "../rows/row-index.ts";
import { channelIcon } from "../ui/channel-icon.tsx";
import { clearChosen } from "../view/choose.ts";
import { conversationRequests } from "../view/compile.ts";
import { selectedRequest } from "../view/selected.ts";
import { withOpen } from "../view/view.ts";
import { t } from "../words/words.ts";
import { type RowWords, rowWords } from "./cell-words.ts";
import { type FindGroup, type FindOption, type FindSubject, groupOf } from "./option.ts";
import { type Place, placeByAnswer, placeByTime, withDays } from "./place.ts";

/** What is known of a conversation whose id was typed. */
type OneId =
  | { kind: "asking" }
  | { kind: "nowhere" }
  | { kind: "failed"; error: unknown }
  | { kind: "there"; words: RowWords; place: Place };

/** Of no view, for a query that is not asked. */
const nothing = { query: {} };

/** The row of a conversation among those that are held. */
function useHeldRow({ rows, fields }: FindSubject, id: string | undefined): Row | undefined {
  const { index, isUpdating } = rows;
  const field = fields.roles.id?.field;
  return useMemo(() => {
    if (id === undefined || field === undefined || isUpdating) return undefined;
    const place = placeWhere(index, (row) => idText(row[field]) === id);
    return place === undefined ? undefined : index.at(place);
  }, [index, isUpdating, field, id]);
}

/**
 * Where a conversation is. Of one whose row is held nothing is asked; else for its fields, as its panel asks for them,
 * and, where its time does not tell, whether the view has it.
 */
function useOneId(subject: FindSubject, id: string | undefined, isSettled: boolean): OneId {
  const { columns, fields, view, pin, request } = subject;
  const role = fields.roles.id;
  const held = useHeldRow(subject, id);
  const isAsked = isSettled && id !== undefined && held === undefined && role !== undefined;
  const [first = nothing] = useMemo(
    () => (id === undefined ? [] : conversationRequests(id, columns, fields, view.zone)),
    [id, columns, fields, view.zone],
  );
  const known = useQuery({ ...conversationFieldsQuery(first, pin.id), enabled: isAsked });
  const row = held ?? joinRows(known.data?.rows ?? []);
  const words = row && rowWords(row, columns, fields, view.zone, true);
  const byTime = held ? "inView" : words && placeByTime(subject, words.ms);
  const inView = useQuery({
    ...allPagesQuery(id === undefined || !role ? nothing : selectedRequest(request, role, [id]), pin.id),
    enabled: isAsked && words !== undefined && byTime === undefined,
  });
  if (words && byTime) return { kind: "there", words, place: byTime };
  if (words && inView.data)
    return { kind: "there", words, place: placeByAnswer(inView.data.rows.length > 0, words.ms) };
  const error = known.error ?? inView.error;
  if (error) return { kind: "failed", error };
  return known.data?.rows.length === 0 && isAsked ? { kind: "nowhere" } : { kind: "asking" };
}

function placeWords(one: OneId): string {
  switch (one.kind) {
    case "asking":
      return t("find.waiting");
    case "failed":
      return t("find.failed", { why: failureSentences(one.error) });
    case "nowhere":
      return t("find.place.nowhere");
    case "there":
      return [one.words.customer, one.words.time, t(`find.place.${one.place}`)].filter(Boolean).join(" · ");
  }
}

/** The way to a list that has the conversation, where the view's does not. */
export function wayThere(
  { view, setView }: FindSubject,
  id: string,
  place: Place | undefined,
  ms: number | undefined,
): FindOption[] {
  if (place === "outsideDates" && ms !== undefined) {
    const date = formatDate(ms, view.zone);
    const icon = <IconCalendar size="1rem" aria-hidden />;
    const run = () => setView(withOpen(withDays(view, ms), id));
    return [{ key: `day ${id}`, icon, text: t("find.goTo", { date }), of: "words", run }];
  }
  if (place !== "outsideFilters") return [];
  const icon = <IconFilterOff size="1rem" aria-hidden />;
  const run = () => setView(withOpen(clearChosen(view), id));
  return [{ key: `without ${id}`, icon, text: t("find.withoutFilters"), of: "words", run }];
}

/** The conversation of an id, of any range: it can be opened at once, and where it is comes when it is known. */
export function useOneIdGroup(subject: FindSubject, id: string | undefined, isSettled: boolean): FindGroup[] {
  const one = useOneId(subject, id, isSettled);
  if (id === undefined) return [];
  const words = one.kind === "there" ? one.words : undefined;
  const option: FindOption = {
    key: `open ${id}`,
    icon: (words?.channel && channelIcon(words.channel)) || <IconMessage2 size="1rem" aria-hidden />,
    text: words?.title ?? id,
    of: words?.title === undefined ? "id" : "data",
    under: placeWords(one),
    end: t("find.open"),
    run: () => subject.setView(withOpen(subject.view, id)),
  };
  const place = one.kind === "there" ? one.place : undefined;
  return groupOf("conversation", t("find.groups.conversation"), [option, ...wayThere(subject, id, place, words?.ms)]);
}
