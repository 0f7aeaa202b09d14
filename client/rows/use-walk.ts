import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import type { InsightsQueryRequest } from "../../contract/query.ts";
import { type HeldPages, holdPages, rowPages } from "./pages.ts";
import type { RowBounds } from "./row-bounds.ts";
import type { Trail } from "./trail.ts";
import { type Goal, walkFromStart, walkTo } from "./walk-to.ts";

/** The list whose pages are walked through. */
export type WalkedList = {
  request: InsightsQueryRequest;
  bounds?: RowBounds | undefined;
  pinId: number;
  listKey: string;
};

/** What a walk does, and how it tells of it; all of it without effect once the walk has been ended. */
export type Steps<State> = {
  /** Ends what is being asked for beside the walk. */
  cancel: () => Promise<void>;
  read: (trail: Trail, goal: Goal, size: number) => Promise<HeldPages>;
  /** Reads the list from its query, by a trail of its own. */
  readFromStart: (goal: Goal, size: number, onEnd: (end: number) => void) => Promise<HeldPages>;
  /** Puts the pages that were read in the place of those held. */
  hold: (held: HeldPages) => Promise<void>;
  tell: (state: State) => void;
};

export type Walk<State> = {
  /** What was told last of this list; undefined before, and once it is forgotten. */
  state: State | undefined;
  isUnderWay: () => boolean;
  /** Begins a walk, which ends with what `way` returns, or with what `failed` makes of its failure. */
  run: (way: (steps: Steps<State>) => Promise<State>, failed: (error: unknown) => State) => void;
  /** Says something of this list without a walk, or forgets what was said. */
  say: (state: State | undefined) => void;
  /** Ends the walk that is under way, as if there had been none. */
  end: () => void;
};

type OwnWalk = { listKey: string; controller: AbortController };

/** Walks through the pages of a list, one walk at a time; another list ends it. */
export function useWalk<State>(list: WalkedList): Walk<State> {
  const client = useQueryClient();
  const [told, setTold] = useState<{ listKey: string; state: State }>();
  // Known at once, not with the next drawing.
  const walk = useRef<OwnWalk>(undefined);
  const latest = useRef(list);
  latest.current = list;
  const end = useCallback(() => {
    if (!walk.current) return;
    walk.current.controller.abort();
    walk.current = undefined;
    // What it told last is not so any more, also when its list is shown again.
    setTold(undefined);
  }, []);
  useEffect(() => {
    if (walk.current?.listKey !== list.listKey) end();
  }, [list.listKey, end]);
  useEffect(() => end, [end]);

  const run = useCallback(
    async (way: (steps: Steps<State>) => Promise<State>, failed: (error: unknown) => State) => {
      const { request, bounds, pinId, listKey } = latest.current;
      const { queryKey } = rowPages(request, pinId);
      end();
      const own: OwnWalk = { listKey, controller: new AbortController() };
      walk.current = own;
      const { signal } = own.controller;
      const tell = (state: State) => {
        if (walk.current === own) setTold({ listKey, state });
      };
      const cancel = () => client.cancelQueries({ queryKey, exact: true });
      const steps: Steps<State> = {
        tell,
        cancel,
        read: (trail, goal, size) => walkTo({ request, bounds, size }, trail, goal, signal),
        readFromStart: (goal, size, onEnd) => walkFromStart({ request, bounds, size }, goal, signal, onEnd),
        async hold(held) {
          await cancel();
          signal.throwIfAborted();
          holdPages(client, { queryKey }, held);
        },
      };
      try {
        tell(await way(steps));
      } catch (error) {
        tell(failed(error));
      } finally {
        if (walk.current === own) walk.current = undefined;
      }
    },
    [client, end],
  );
  const say = useCallback(
    (state: State | undefined) => setTold(state === undefined ? undefined : { listKey: latest.current.listKey, state }),
    [],
  );
  return {
    state: told?.listKey === list.listKey ? told.state : undefined,
    isUnderWay: useCallback(() => walk.current?.listKey === latest.current.listKey, []),
    run: useCallback((...way) => void run(...way), [run]),
    say,
    end,
  };
}
