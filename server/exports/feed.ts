import type { ExportEvent } from "../../contract/export-status.ts";

/** Changes closer together than this are told as one. */
const pauseMs = 250;

/** Tells listeners what changed, a few times a second at most for each export. */
export type Feed = {
  /** Something about the export changed. */
  changed(id: string): void;
  removed(id: string): void;
  /** @returns how to stop listening. */
  listen(listener: (event: ExportEvent) => void): () => void;
  close(): void;
};

export function createFeed(read: (id: string) => ExportEvent | undefined): Feed {
  const listeners = new Set<(event: ExportEvent) => void>();
  const waiting = new Map<string, NodeJS.Timeout>();
  const tell = (event: ExportEvent | undefined) => {
    if (event) for (const listener of listeners) listener(event);
  };
  /** What cannot be told of one export ends nothing else. */
  const readSafely = (id: string) => {
    try {
      return read(id);
    } catch {
      return undefined;
    }
  };
  return {
    changed(id) {
      if (listeners.size === 0 || waiting.has(id)) return;
      const timer = setTimeout(() => {
        waiting.delete(id);
        tell(readSafely(id));
      }, pauseMs);
      waiting.set(id, timer.unref());
    },
    removed: (id) => tell({ type: "removed", id }),
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close() {
      for (const timer of waiting.values()) clearTimeout(timer);
      listeners.clear();
    },
  };
}
