import type { Router } from "express";
import type { ExportEvent } from "../../contract/export-status.ts";
import type { ExportService } from "../exports/service.ts";
import { onlyMethods } from "../methods.ts";

/** Something in between may close a connection on which nothing is said for a minute. */
const heartbeatMs = 20_000;

/** `GET /exports/events`: all exports at once, then each change, as server-sent events. */
export function exportEventsRoute(router: Router, exports: ExportService, ending: AbortSignal): void {
  router
    .route("/exports/events")
    .get((request, response) => {
      response.set({ "Content-Type": "text/event-stream; charset=utf-8", "X-Accel-Buffering": "no" });
      if (request.method === "HEAD") {
        response.end();
        return;
      }
      const tell = (event: ExportEvent) => void response.write(`data: ${JSON.stringify(event)}\n\n`);
      const stop = exports.listen(tell);
      const heartbeat = setInterval(() => void response.write(": still here\n\n"), heartbeatMs);
      // A stream that is cut off looks like a failure to the browser; one that ends does not.
      const end = () => void response.end();
      ending.addEventListener("abort", end, { once: true });
      response.once("close", () => {
        stop();
        ending.removeEventListener("abort", end);
        clearInterval(heartbeat);
      });
      tell({ type: "all", items: exports.list() });
    })
    .all(onlyMethods("GET"));
}
