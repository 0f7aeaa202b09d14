import type { Request, Response, Router } from "express";
import { type ExportFileQuery, exportFileQuerySchema } from "../../../contract/export.ts";
import { formats } from "../../../contract/formats.ts";
import { manifestSchema } from "../../../contract/manifest.ts";
import { contextOf } from "../../context/request-context.ts";
import type { Entry } from "../../exports/entry.ts";
import { storageProblem } from "../../exports/failure.ts";
import { fileName } from "../../exports/file-name.ts";
import { manifestText } from "../../exports/keep/manifest-seal.ts";
import { checkZone } from "../../exports/new-manifest.ts";
import { planKey, renderPlan } from "../../exports/render/plan.ts";
import type { ExportService } from "../../exports/service-shape.ts";
import { earshotProblem } from "../../messages/problem.ts";
import { sentence } from "../../messages/sentence.ts";
import { parseSent } from "../body.ts";
import { firstOf } from "../gone.ts";
import { onlyMethods } from "../methods.ts";
import { idOf } from "./exports.ts";

function readQuery(request: Request): ExportFileQuery {
  const query = parseSent(request.query, exportFileQuerySchema);
  if (query.zone !== undefined) checkZone(query.zone, "zone");
  return query;
}

/** Waits for the end of a run when the asker wants that and nothing ends the wait, and refuses what has no end yet or was removed meanwhile. */
async function endedEntry(
  exports: ExportService,
  id: string,
  wait: boolean,
  ...until: readonly AbortSignal[]
): Promise<Entry> {
  const { run } = exports.entry(id);
  if (wait && run !== undefined) {
    const { fired, leave } = firstOf(...until);
    await Promise.race([run, fired]);
    leave();
  }
  const entry = exports.entry(id);
  const { state, failure, check } = entry.manifest;
  if (state === "running") throw earshotProblem("conflict", sentence("exportStillRunning"));
  // Whoever waits wants every row; what there is of one that lacks some can be asked for without waiting. A file that is
  // doubted for another reason says so in its name.
  if (wait && state === "doubtful" && check?.verdict === "short") {
    throw earshotProblem(
      "conflict",
      sentence("exportDoubtful", { found: check.found ?? 0, counted: check.counted ?? 0 }),
    );
  }
  if (wait && state !== "complete" && state !== "doubtful") {
    throw earshotProblem(
      "conflict",
      failure ? sentence("exportFailed", { why: failure.why, advice: failure.advice }) : sentence("exportStopped"),
    );
  }
  return entry;
}

function sendFile(response: Response, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    response.sendFile(path, { cacheControl: false, dotfiles: "allow" }, (error: unknown) => {
      // The browser went away: there is nobody to tell.
      if (!error || response.headersSent) resolve();
      else if (error instanceof Error && "status" in error && error.status === 416) {
        reject(earshotProblem("badRequest", sentence("requestBeyondEnd"), { status: 416 }));
      } else reject(error);
    });
  });
}

async function answer(
  response: Response,
  { renderings }: ExportService,
  { manifest, paths }: Entry,
  query: ExportFileQuery,
): Promise<void> {
  const plan = renderPlan(manifest, query);
  const path = await renderings.file(plan, manifest, paths);
  response.attachment(fileName(manifest, plan.format, plan.zone));
  response.set({ "Content-Type": formats[plan.format].mediaType, ETag: `"${planKey(plan, manifest)}"` });
  await sendFile(response, path);
}

/**
 * `GET /exports/:id/file` in any format, whole or a range of it, and `GET /exports/:id/manifest`. A server that begins to
 * end does not let anybody wait for an export: it goes on with the next start.
 */
export function exportFilesRoute(router: Router, exports: ExportService, ending: AbortSignal): void {
  router
    .route("/exports/:id/file")
    .get(async (request, response) => {
      const query = readQuery(request);
      const id = idOf(request);
      const entry = await endedEntry(exports, id, query.wait === "1", contextOf(request).signal, ending);
      await exports.prove(id);
      await answer(response, exports, entry, query).catch((error: unknown) => {
        // Whatever went wrong, if it was removed meanwhile, that is the reason.
        exports.entry(id);
        throw storageProblem(error);
      });
    })
    .all(onlyMethods("GET"));
  router
    .route("/exports/:id/manifest")
    .get((request, response) => {
      const { manifest } = exports.entry(idOf(request));
      response.attachment(fileName(manifest, "json").replace(/\.json$/, ".manifest.json"));
      response.type("json").send(manifestText(manifestSchema.parse(manifest)));
    })
    .all(onlyMethods("GET"));
}
