import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import type { Row } from "../../contract/page.ts";
import type { InsightsQueryRequest } from "../../contract/query.ts";
import { holdPages, rowPages, walkTo } from "../insights/pages.ts";
import { indexRows } from "../insights/row-index.ts";
import { Trail } from "../insights/trail.ts";

type FarState = {
  listKey: string;
  isBusy: boolean;
  error: unknown;
  finding?: { done: number; of: number };
  found?: { place: number; trail: Trail; count: number };
};

/** The way to rows that are not neighbours of those held. */
export type FarRows = {
  isBusy: boolean;
  /** Why the last way failed, null when it did not. */
  error: unknown;
  finding: FarState["finding"];
  found: FarState["found"];
  /** Holds the rows around a known place. */
  jump: (trail: Trail, place: number) => void;
  /** Reads the list again from its query, up to where a row stood, and says where it stands now. */
  findAgain: (place: number, row: Row | undefined) => void;
  /** Forgets a failure. */
  forget: () => void;
};

const pageSize = 100;

/** Where a row stands among those held, by its content: an account may have no id to know it by. */
function placeOf(row: Row | undefined, pages: Parameters<typeof indexRows>[0]): number | undefined {
  if (!row) return undefined;
  const text = JSON.stringify(row);
  const index = indexRows(pages);
  for (let place = index.first; place < index.count; place += 1)
    if (JSON.stringify(index.at(place)) === text) return place;
  return undefined;
}

/** Walks to rows far from those held, one walk at a time; another list ends it. */
export function useFarRows(request: InsightsQueryRequest, pinId: number, listKey: string): FarRows {
  const client = useQueryClient();
  const [state, setState] = useState<FarState>();
  const walk = useRef<{ listKey: string; controller: AbortController }>(undefined);
  // The list that is being walked through: told at once, not with the next drawing.
  const walked = useRef<string>(undefined);
  const latest = useRef({ request, pinId, listKey });
  latest.current = { request, pinId, listKey };
  useEffect(() => {
    if (walk.current?.listKey !== listKey) walk.current?.controller.abort();
  }, [listKey]);
  useEffect(() => () => walk.current?.controller.abort(), []);

  const go = useCallback(
    async (trail: Trail, place: number, onEnd?: (end: number) => void) => {
      const { request: asked, pinId: pin, listKey: key } = latest.current;
      const options = rowPages(asked, pin, pageSize);
      walk.current?.controller.abort();
      const controller = new AbortController();
      walk.current = { listKey: key, controller };
      await client.cancelQueries({ queryKey: options.queryKey, exact: true });
      const held = await walkTo({ request: asked, pageSize }, trail, place, controller.signal, onEnd);
      if (controller.signal.aborted) throw controller.signal.reason;
      holdPages(client, options, held);
      return held;
    },
    [client],
  );

  const run = useCallback(async (key: string, way: () => Promise<Partial<FarState>>) => {
    walked.current = key;
    try {
      setState({ listKey: key, isBusy: true, error: null });
      const end = await way();
      setState({ listKey: key, isBusy: false, error: null, ...end });
    } catch (error) {
      if (latest.current.listKey === key) setState({ listKey: key, isBusy: false, error });
    } finally {
      if (walked.current === key) walked.current = undefined;
    }
  }, []);

  const jump = useCallback(
    (trail: Trail, place: number) => {
      const key = latest.current.listKey;
      if (walked.current === key) return;
      void run(key, async () => {
        await go(trail, place);
        return {};
      });
    },
    [run, go],
  );

  const findAgain = useCallback(
    (place: number, row: Row | undefined) => {
      const key = latest.current.listKey;
      const trail = new Trail();
      void run(key, async () => {
        const tell = (done: number) =>
          setState({ listKey: key, isBusy: true, error: null, finding: { done: Math.min(done, place), of: place } });
        tell(0);
        const held = await go(trail, place, tell);
        const found = placeOf(row, held.pages) ?? Math.min(place, Math.max(0, trail.count - 1));
        return { found: { place: found, trail, count: trail.count } };
      });
    },
    [run, go],
  );

  const forget = useCallback(() => setState(undefined), []);
  const own = state?.listKey === listKey ? state : undefined;
  return {
    isBusy: own?.isBusy ?? false,
    error: own?.error ?? null,
    finding: own?.finding,
    found: own?.found,
    jump,
    findAgain,
    forget,
  };
}
