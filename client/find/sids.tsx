import { IconMessage2 } from "@tabler/icons-react";
import { type UseQueryResult, useQueries } from "@tanstack/react-query";
import type { FoundConversation, FoundConversations } from "../../contract/found.ts";
import { failureSentences } from "../api/errors.ts";
import { foundConversationsQuery } from "../api/found-conversations.ts";
import { formatTime, parseTime } from "../format/time.ts";
import { channelIcon } from "../ui/channel-icon.tsx";
import { withOpen } from "../view/view.ts";
import { t } from "../words/words.ts";
import { shortId } from "./IdText.tsx";
import { wayThere } from "./one-id.tsx";
import { type FindGroup, type FindOption, type FindSubject, groupOf } from "./option.ts";
import { placeByTime } from "./place.ts";

/** So many calls and messages are looked up at once, each by a call of its own. */
export const mostSids = 20;

/** What came of looking calls and messages up. */
export type SidsAnswer = {
  isAsking: boolean;
  /** The answers that are there, in the order of the SIDs. */
  found: readonly { sid: string; answer: FoundConversations }[];
  failed: readonly { sid: string; error: unknown }[];
};

function combine(sids: readonly string[], answers: readonly UseQueryResult<FoundConversations>[]): SidsAnswer {
  const each = answers.map((answer, place) => ({ sid: sids[place] ?? "", ...answer }));
  return {
    isAsking: each.some(({ data, error }) => data === undefined && !error),
    found: each.flatMap(({ sid, data }) => (data ? [{ sid, answer: data }] : [])),
    failed: each.flatMap(({ sid, data, error }) => (error && data === undefined ? [{ sid, error }] : [])),
  };
}

/** Looks the conversations of calls and messages up. */
export function useSids(sids: readonly string[], isSettled: boolean): SidsAnswer {
  const answers = useQueries({
    queries: sids.slice(0, mostSids).map((sid) => ({ ...foundConversationsQuery(sid), enabled: isSettled })),
  });
  return combine(sids, answers);
}

function option(subject: FindSubject, { id, name, createdAt, channels }: FoundConversation): FindOption[] {
  const { view, setView } = subject;
  const ms = parseTime(createdAt, "UTC");
  const place = ms === undefined ? undefined : placeByTime(subject, ms);
  const time = ms === undefined ? undefined : formatTime(ms, view.zone);
  const under = [name && shortId(id), time, place && t(`find.place.${place}`)].filter(Boolean).join(" · ");
  const [channel] = channels;
  const open: FindOption = {
    key: `open ${id}`,
    icon: (channel && channelIcon(channel)) || <IconMessage2 size="1rem" aria-hidden />,
    text: name || id,
    of: name ? "data" : "id",
    ...(under ? { under } : {}),
    end: t("find.open"),
    run: () => setView(withOpen(view, id)),
  };
  return [open, ...wayThere(subject, id, place, ms)];
}

/** The conversations of one call or message, and what is to be said of them. */
export function sidGroup(subject: FindSubject, sid: string, { isAsking, found, failed }: SidsAnswer) {
  const items = found.flatMap(({ answer }) => answer.items);
  const notices = [
    ...(isAsking ? [t("find.call.waiting")] : []),
    ...failed.map(({ error }) =>
      t("find.call.failed", { id: shortId(sid), why: failureSentences(error, { isOfView: false }) }),
    ),
    ...(found.some(({ answer }) => answer.more) ? [t("find.call.more", { count: items.length })] : []),
    ...(!isAsking && failed.length === 0 && items.length === 0 ? [t("find.call.none", { id: shortId(sid) })] : []),
  ];
  const groups: FindGroup[] = groupOf(
    "call",
    t("find.groups.call"),
    items.flatMap((item) => option(subject, item)),
  );
  return { groups, notices };
}
