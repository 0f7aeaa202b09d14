import { useCallback, useRef, useState } from "react";
import type { ExportRequest } from "../../contract/export.ts";
import { runExport, saveFile } from "./run-export.ts";

export type ExportState =
  | { status: "idle" }
  | { status: "running"; rows: number }
  | { status: "done"; rows: number; name: string }
  | { status: "cancelled" }
  | { status: "failed"; error: unknown; rows: number };

const runningShownEvery = 150;

/** One export at a time: starts it, counts it, cancels it. */
export function useExport() {
  const [state, setState] = useState<ExportState>({ status: "idle" });
  const running = useRef<AbortController | undefined>(undefined);

  const start = useCallback(async (request: ExportRequest) => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    let rows = 0;
    let shownAt = 0;
    setState({ status: "running", rows });
    // An export that another one has taken the place of has nothing more to say.
    const show = (next: ExportState) => running.current === controller && setState(next);
    const onRows = (now: number) => {
      rows = now;
      if (performance.now() - shownAt < runningShownEvery) return;
      shownAt = performance.now();
      show({ status: "running", rows });
    };
    try {
      const file = await runExport(request, controller.signal, onRows);
      saveFile(file);
      show({ status: "done", rows: file.rows, name: file.name });
    } catch (error) {
      show(controller.signal.aborted ? { status: "cancelled" } : { status: "failed", error, rows });
    }
  }, []);

  const cancel = useCallback(() => running.current?.abort(), []);
  const dismiss = useCallback(() => setState({ status: "idle" }), []);
  return { state, start, cancel, dismiss };
}
