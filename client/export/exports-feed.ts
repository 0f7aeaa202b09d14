import { type ExportEvent, type ExportStatus, exportEventSchema } from "../../contract/export-status.ts";
import { makeStore } from "../ui/store.ts";
import { followEvents } from "./event-stream.ts";
import { askExports } from "./exports-api.ts";
import { ownExports } from "./own-exports.ts";

/** All exports of the server, newest first. `lost`: it does not answer, and `items` is what it said last. */
export type ExportsState = { items: readonly ExportStatus[]; connection: "opening" | "open" | "lost" };

const firstRetryMs = 1000;
const longestRetryMs = 10_000;
/** The server says something every twenty seconds. */
const silenceMs = 50_000;

/** The exports, kept up to date while anything on the screen looks at them. */
export const exportsStore = makeStore<ExportsState>({ items: [], connection: "opening" }, () => follow());

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
  exportsStore.set({ ...exportsStore.get(), items: without(id) });
}

function take(event: ExportEvent): void {
  if (event.type === "all") exportsStore.set({ items: event.items, connection: "open" });
  else if (event.type === "changed") putExport(event.item);
  else forgetExport(event.id);
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

/** Follows the server's events, and connects again whenever the connection is lost. @returns how to stop. */
function follow(): () => void {
  let stop: (() => void) | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let delay = firstRetryMs;

  function disconnect(): void {
    clearTimeout(timer);
    stop?.();
    stop = undefined;
  }

  function onData(data: string): void {
    delay = firstRetryMs;
    const event = readEvent(data);
    if (event) take(event);
  }

  function onLost(): void {
    exportsStore.set({ ...exportsStore.get(), connection: "lost" });
    timer = setTimeout(connect, delay);
    delay = Math.min(delay * 2, longestRetryMs);
  }

  function connect(): void {
    disconnect();
    stop = followEvents({ open: () => askExports("/events"), onData, onLost, silenceMs });
  }

  function onVisibility(): void {
    if (!isWorthIt()) disconnect();
    else if (!stop) connect();
  }

  document.addEventListener("visibilitychange", onVisibility);
  if (isWorthIt()) connect();
  return () => {
    document.removeEventListener("visibilitychange", onVisibility);
    disconnect();
  };
}
