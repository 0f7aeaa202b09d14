import type { Router } from "express";
import { onlyMethods } from "../methods.ts";

/** `GET /healthz`: the process answers. It asks nothing upstream, so that a limit or an outage there restarts nothing. */
export function healthRoute(router: Router): void {
  router
    .route("/healthz")
    .get((_request, response) => {
      response.set("Cache-Control", "no-store").json({ status: "ok" });
    })
    .all(onlyMethods("GET"));
}
