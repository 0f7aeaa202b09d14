import { type Query, type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import type { FetchedRows } from "./all-pages.ts";
import { hasMarks } from "./told.ts";

/** So often figures of one moment are asked for again, whatever else becomes known: an account may never be the same. */
const mostTimes = 6;

function isRead(data: unknown): data is FetchedRows {
  return typeof data === "object" && data !== null && "known" in data;
}

/** Figures, and what is made of several of them. */
function isFigures({ queryKey: [kind] }: Query): boolean {
  return kind === "whole" || kind === "explore" || kind === "agents" || kind === "estimate" || kind === "separate";
}

/** Whether figures were asked for when less was known, and nothing was done about it: what has marks was understood. */
function isOld(query: Query, known: number): boolean {
  const { data } = query.state;
  return (
    isFigures(query) && (data === "refused" || (isRead(data) && (data.known ?? -1) < known && !hasMarks(data.told)))
  );
}

async function askAgain(client: QueryClient, knownThen: () => number): Promise<void> {
  // What is on its way may be an answer from before, too.
  const underWay = client.getQueryCache().findAll({ predicate: isFigures, fetchStatus: "fetching" });
  await Promise.allSettled(underWay.map(({ promise }) => promise));
  const known = knownThen();
  void client.invalidateQueries({ predicate: (query) => isOld(query, known) });
  // They are made of such figures, which are read from the cache where they stay.
  void client.invalidateQueries({ queryKey: ["estimate"] });
  void client.invalidateQueries({ queryKey: ["separate"] });
}

/**
 * Asks for figures again when more becomes known of the account than when they were asked for: its days may be of
 * another zone than the one they were read in, for example. Rows are not: they are read on from page to page.
 *
 * @param known of the account.
 */
export function useFreshFigures(known: number, pinId: number): void {
  const client = useQueryClient();
  const latest = useRef(known);
  const asked = useRef({ pinId, times: 0, isWaiting: false });
  useEffect(() => {
    if (known <= latest.current) return;
    latest.current = known;
    if (asked.current.pinId !== pinId) asked.current = { pinId, times: 0, isWaiting: false };
    const own = asked.current;
    if (own.isWaiting || own.times >= mostTimes) return;
    own.isWaiting = true;
    own.times += 1;
    void askAgain(client, () => {
      own.isWaiting = false;
      return latest.current;
    });
  }, [known, pinId, client]);
}
