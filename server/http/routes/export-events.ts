import type { Response, Router } from "express";
import type { ExportEvent } from "../../../contract/export-status.ts";
import type { ExportService } from "../../exports/service-shape.ts";
import { earshotProblem } from "../../messages/problem.ts";
import { sentence } from "../../messages/sentence.ts";
import { onlyMethods } from "../methods.ts";
import { pageSize } from "./exports.ts";

/** Something in between may close a connection on which nothing is said for a minute. */
const heartbeatMs = 20_000;
/** Bytes that may wait for a reader who does not read; whoever reads again is told everything anew. */
const mostUnread = 1024 * 1024;

const headers = { "Content-Type": "text/event-stream; charset=utf-8", "X-Accel-Buffering": "no" };

function dataOf(event: ExportEvent): string {
  return `data: ${JSON.stringify(event)}\n\n`;
}

/**
 * All open streams, as one listener of the exports: what changed is written as text once, however many streams there
 * are. When the server begins to end, they are told and ended.
 */
function openStreams(exports: ExportService, ending: AbortSignal) {
  const streams = new Set<Response>();
  let stop: (() => void) | undefined;

  function write(text: string): void {
    for (const stream of streams) {
      if (stream.writableLength > mostUnread) stream.destroy();
      else stream.write(text);
    }
  }

  function begin(): () => void {
    const stopListening = exports.listen((event) => write(dataOf(event)));
    const heartbeat = setInterval(() => write(": still here\n\n"), heartbeatMs);
    return () => {
      stopListening();
      clearInterval(heartbeat);
    };
  }

  /** A stream that is cut off looks like a failure to the browser; one that ends does not. */
  const end = (stream: Response) => void stream.end(dataOf({ type: "ending" }));
  ending.addEventListener(
    "abort",
    () => {
      for (const stream of streams) end(stream);
    },
    { once: true },
  );

  return (stream: Response): void => {
    if (ending.aborted) {
      end(stream.set(headers));
      return;
    }
    const { mostFollowers } = exports;
    if (streams.size >= mostFollowers) throw earshotProblem("busy", sentence("busyFollowers", { most: mostFollowers }));
    stream.set(headers).write(dataOf({ type: "all", ...exports.page(pageSize) }));
    streams.add(stream);
    stop ??= begin();
    stream.once("close", () => {
      streams.delete(stream);
      if (streams.size > 0) return;
      stop?.();
      stop = undefined;
    });
  };
}

/** `GET /exports/events`: all exports at once, then each change, as server-sent events. */
export function exportEventsRoute(router: Router, exports: ExportService, ending: AbortSignal): void {
  const open = openStreams(exports, ending);
  router
    .route("/exports/events")
    .get((request, response) => {
      if (request.method === "HEAD") response.set(headers).end();
      else open(response);
    })
    .all(onlyMethods("GET"));
}
