import { Router } from "express";
import { metadataOf } from "../catalogue/metadata.ts";
import type { Catalogue } from "../catalogue/types.ts";
import { wrongMethod } from "./fallbacks.ts";

/** Metadata: the cubes of the account's catalogue. */
export function metadataRoutes(catalogue: Catalogue): Router {
  const metadata = metadataOf(catalogue);
  const router = Router();
  router
    .route("/v3/InsightsDomains/Conversations/Metadata")
    .get((_req, res) => {
      res.json(metadata);
    })
    .all(wrongMethod);
  return router;
}
