import { failureSentences } from "../api/errors.ts";
import { formatList } from "../format/list.ts";
import { t } from "../words/words.ts";
import { shortId } from "./IdText.tsx";
import { useOneIdGroup } from "./one-id.tsx";
import type { FindGroup, FindSubject } from "./option.ts";
import type { Typed } from "./read-typed.ts";
import { useSeveralGroup } from "./several.tsx";
import { mostSids, sidGroup, useSids } from "./sids.tsx";

/** What was found, what is to be said of it, and whether the first that can be opened is on its way. */
export type Found = { groups: FindGroup[]; notices: string[]; isAsking: boolean };

/** So many words that are no ids are repeated. */
const mostOthers = 3;

function othersWords(others: readonly string[]): string[] {
  if (others.length === 0) return [];
  const words = formatList(others.slice(0, mostOthers).map((word) => `“${shortId(word)}”`));
  const count = others.length - mostOthers;
  return [t("find.several.others", { words: count > 0 ? t("find.several.andMore", { ids: words, count }) : words })];
}

/**
 * What ids lead to. Twilio is asked once the text has stood still, and no longer when it changes.
 *
 * @param isSettled whether the text has stood still.
 */
export function useIds(subject: FindSubject, typed: Typed, isSettled: boolean): Found | undefined {
  const ids = typed.kind === "ids" && subject.fields.roles.id ? typed.ids : [];
  const sids = ids.flatMap(({ kind, id }) => (kind === "channel" ? [id] : []));
  const own = ids.flatMap(({ kind, id }) => (kind === "conversation" ? [id] : []));
  const isMany = ids.length > 1;
  const [first] = own;
  const one = useOneIdGroup(subject, isMany ? undefined : first, isSettled);
  const calls = useSids(sids, isSettled);
  const ofCalls = calls.found.flatMap(({ answer }) => answer.items.map(({ id }) => id));
  const all = isMany ? [...new Set([...own, ...ofCalls])] : [];
  const unknown = calls.found.flatMap(({ sid, answer }) => (answer.items.length === 0 ? [sid] : []));
  const wanted = { ids: all, unknown, wanted: ids.length };
  const several = useSeveralGroup(subject, wanted, isSettled && !calls.isAsking);
  if (typed.kind !== "ids" || ids.length === 0) return undefined;
  const [sid] = sids;
  if (!isMany && sid !== undefined) return { ...sidGroup(subject, sid, calls), isAsking: calls.isAsking };
  if (!isMany) return { groups: one, notices: [], isAsking: false };
  const most = mostSids;
  const tooMany = sids.length > most ? [t("find.several.tooManySids", { count: sids.length, most })] : [];
  const failed = calls.failed.map(({ sid: id, error }) =>
    t("find.call.failed", { id: shortId(id), why: failureSentences(error) }),
  );
  const rest = calls.isAsking ? { groups: [], notices: [t("find.several.waiting")] } : several;
  const notices = [...rest.notices, ...failed, ...tooMany, ...othersWords(typed.others)];
  return { groups: rest.groups, notices, isAsking: false };
}
