import type { Request, Router } from "express";
import { newExportSchema } from "../../../contract/export.ts";
import { exportListQuerySchema } from "../../../contract/export-status.ts";
import { limits } from "../../../contract/limits.ts";
import { contextOf } from "../../context/request-context.ts";
import type { ExportService } from "../../exports/service-shape.ts";
import { earshotProblem } from "../../messages/problem.ts";
import { sentence } from "../../messages/sentence.ts";
import { hasBody, jsonBody, parseBody, parseSent } from "../body.ts";
import { onlyMethods } from "../methods.ts";

/** Exports of a page of the list, where nobody says how many. */
export const pageSize = 100;

/** The id in the path. What is not an export's id names no export. */
export function idOf(request: Request): string {
  const { id } = request.params;
  return typeof id === "string" ? id : "";
}

/**
 * `POST /exports` begins one, `GET /exports` lists them newest first and in pages, `GET`, `DELETE`, cancel and resume for each. With
 * `?download`, a POST sends the asker on to the file, so that one `curl -L` does it all.
 */
export function exportsRoute(router: Router, exports: ExportService): void {
  router
    .route("/exports")
    .get((request, response) => {
      const { limit, after } = parseSent(request.query, exportListQuerySchema);
      response.json(exports.page(limit === undefined ? pageSize : Number(limit), after));
    })
    .post(...jsonBody(limits.exportBytes), async (request, response) => {
      if (!hasBody(request)) throw earshotProblem("badRequest", sentence("requestNoExport"));
      const id = await exports.create(contextOf(request), parseBody(request, newExportSchema));
      if ("download" in request.query) response.redirect(303, `${request.baseUrl}/exports/${id}/file?wait=1`);
      else response.status(201).location(`${request.baseUrl}/exports/${id}`).json({ id });
    })
    .all(onlyMethods("GET", "POST"));
  router
    .route("/exports/:id")
    .get((request, response) => {
      response.json(exports.status(idOf(request)));
    })
    .delete(async (request, response) => {
      await exports.remove(idOf(request));
      response.status(204).end();
    })
    .all(onlyMethods("GET", "DELETE"));
  for (const action of ["cancel", "resume"] as const) {
    router
      .route(`/exports/:id/${action}`)
      .post(async (request, response) => {
        await exports[action](idOf(request));
        response.json(exports.status(idOf(request)));
      })
      .all(onlyMethods("POST"));
  }
}
