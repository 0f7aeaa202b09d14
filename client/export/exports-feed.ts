import {
  type DamagedExport,
  type ExportEvent,
  type ExportStatus,
  exportEventSchema,
} from "../../contract/export-status.ts";
import { makeStore } from "../ui/store.ts";
import { followEvents } from "./event-stream.ts";
import { askExports, listExports, readOlder } from "./exports-api.ts";
import { ownExports } from "./own-exports.ts";

/** The exports of the server, newest first. `lost`: it does not answer, and `items` is what it said last. */
export type ExportsState = {
  items: readonly ExportStatus[];
  /** Those of which nothing can be told. */
  damaged: readonly DamagedExport[];
  /** Where the older ones begin that have not been asked for; undefined where there are none. */
  next?: string | undefined;
  connection: "opening" | "open" | "lost";
};

/** How long is waited for what, in milliseconds. */
export type FeedTimes = {
  /** From connecting to the first event, which the server sends at once: what stands between may keep events to itself. */
  firstMs: number;
  /** Without a sign of life, of which the server gives one every twenty seconds. */
  quietMs: number;
  /** The same, until the connection counts as dead. */
  silenceMs: number;
  /** Between two questions where no events come: while something runs, and otherwise. */
  askMs: number;
  idleMs: number;
  /** Until a lost connection is made again, the first time and at most. */
  retryMs: number;
  longestRetryMs: number;
  /** After a server said that it ends: all of its tabs come back, but not all at once. */
  kindMs: number;
};

const usualTimes: FeedTimes = {
  firstMs: 4000,
  quietMs: 25_000,
  silenceMs: 50_000,
  askMs: 2000,
  idleMs: 15_000,
  retryMs: 1000,
  longestRetryMs: 10_000,
  kindMs: 1000,
};

/** The exports, kept up to date while anything on the screen looks at them. */
export const exportsStore = makeStore<ExportsState>({ items: [], damaged: [], connection: "opening" }, () =>
  followExports(usualTimes),
);

function newestFirst(a: ExportStatus, b: ExportStatus): number {
  return b.createdAt < a.createdAt ? -1 : Number(b.createdAt > a.createdAt);
}

function without(id: string): ExportStatus[] {
  return exportsStore.get().items.filter((item) => item.id !== id);
}

/** Takes over what an answer said of one export, before the events say it. */
export function putExport(item: ExportStatus): void {
  exportsStore.set({ ...exportsStore.get(), items: [...without(item.id), item].sort(newestFirst) });
}

/** Takes an export off that is no longer there. */
export function forgetExport(id: string): void {
  const state = exportsStore.get();
  exportsStore.set({ ...state, items: without(id), damaged: state.damaged.filter((one) => one.id !== id) });
}

/** Takes the next page of older exports in. */
export async function showOlder(): Promise<void> {
  const { next } = exportsStore.get();
  if (next === undefined) return;
  const page = await readOlder(next);
  const state = exportsStore.get();
  const known = new Set(state.items.map(({ id }) => id));
  const older = page.items.filter(({ id }) => !known.has(id));
  exportsStore.set({ ...state, items: [...state.items, ...older].sort(newestFirst), next: page.next });
}

function takeAll({ items, damaged, next }: Pick<ExportsState, "items" | "damaged" | "next">): void {
  exportsStore.set({ items, damaged, next, connection: "open" });
}

function take(event: ExportEvent): void {
  if (event.type === "all") takeAll(event);
  else if (event.type === "changed") putExport(event.item);
  else if (event.type === "removed") forgetExport(event.id);
}

function readEvent(data: unknown): ExportEvent | undefined {
  try {
    return exportEventSchema.safeParse(JSON.parse(String(data))).data;
  } catch {
    return undefined;
  }
}

/**
 * A browser has six connections for one server and all of its tabs. A tab that nobody sees gives its own back, unless
 * it waits to download what it began.
 */
function isWorthIt(): boolean {
  const { items } = exportsStore.get();
  const isOnItsWay = (id: string) => (items.find((item) => item.id === id)?.state ?? "running") === "running";
  return document.visibilityState !== "hidden" || ownExports.get().some(isOnItsWay);
}

function isRunning(): boolean {
  return exportsStore.get().items.some(({ state }) => state === "running");
}

/** Asks for all exports again and again. @returns how to stop. */
function keepAsking({ askMs, idleMs }: FeedTimes): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  let timer: ReturnType<typeof setTimeout> | undefined;
  async function ask(): Promise<void> {
    const page = await listExports(signal).catch(() => undefined);
    if (signal.aborted) return;
    if (page) takeAll(page);
    else exportsStore.set({ ...exportsStore.get(), connection: "lost" });
    timer = setTimeout(() => void ask(), isRunning() ? askMs : idleMs);
  }
  void ask();
  return () => {
    controller.abort();
    clearTimeout(timer);
  };
}

/**
 * Follows the server's events, and connects again whenever the connection is lost. Where no events come, because
 * something in between keeps them, it asks instead, until one comes after all.
 *
 * @returns how to stop.
 */
export function followExports(times: FeedTimes): () => void {
  let stop: (() => void) | undefined;
  let stopAsking: (() => void) | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let quiet: ReturnType<typeof setTimeout> | undefined;
  let delay = times.retryMs;
  let isEnding = false;

  function askAfter(ms: number): void {
    clearTimeout(quiet);
    quiet = setTimeout(() => {
      stopAsking ??= keepAsking(times);
    }, ms);
  }

  function endAsking(): void {
    clearTimeout(quiet);
    stopAsking?.();
    stopAsking = undefined;
  }

  function disconnect(): void {
    clearTimeout(retry);
    stop?.();
    stop = undefined;
  }

  function onHeard(): void {
    delay = times.retryMs;
    endAsking();
    askAfter(times.quietMs);
  }

  function onData(data: string): void {
    const event = readEvent(data);
    if (event?.type === "ending") isEnding = true;
    else if (event) take(event);
  }

  function onLost(): void {
    if (isEnding) {
      // It said so: nothing is lost unless it is not there then.
      isEnding = false;
      retry = setTimeout(connect, times.kindMs * (1 + Math.random()));
      return;
    }
    if (!stopAsking) exportsStore.set({ ...exportsStore.get(), connection: "lost" });
    retry = setTimeout(connect, delay);
    delay = Math.min(delay * 2, times.longestRetryMs);
  }

  function connect(): void {
    disconnect();
    if (!stopAsking) askAfter(times.firstMs);
    const open = () => askExports("/events");
    stop = followEvents({ open, onData, onHeard, onLost, silenceMs: times.silenceMs });
  }

  function onVisibility(): void {
    if (!isWorthIt()) {
      disconnect();
      endAsking();
    } else if (!stop) connect();
  }

  document.addEventListener("visibilitychange", onVisibility);
  if (isWorthIt()) connect();
  return () => {
    document.removeEventListener("visibilitychange", onVisibility);
    disconnect();
    endAsking();
  };
}
