import type { Router } from "express";
import { contextOf } from "../../context/request-context.ts";
import { onlyMethods } from "../methods.ts";
import { sendBytes } from "../send-bytes.ts";

/** `GET /metadata`: what the account can be asked for. */
export function metadataRoute(router: Router): void {
  router
    .route("/metadata")
    .get(async (request, response) => {
      const { account, signal } = contextOf(request);
      const { bytes } = await account.upstream.metadata(signal);
      sendBytes(response, bytes);
    })
    .all(onlyMethods("GET"));
}
