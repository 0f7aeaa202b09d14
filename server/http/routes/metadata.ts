import type { Router } from "express";
import type { Upstream } from "../../twilio/upstream.ts";
import { goneSignal } from "../gone.ts";
import { onlyMethods } from "../methods.ts";
import { sendBytes } from "../send-bytes.ts";

/** `GET /metadata`: what the account can be asked for. */
export function metadataRoute(router: Router, upstream: Upstream): void {
  router
    .route("/metadata")
    .get(async (_request, response) => {
      const { bytes } = await upstream.metadata(goneSignal(response));
      sendBytes(response, bytes);
    })
    .all(onlyMethods("GET"));
}
