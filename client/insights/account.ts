import { queryOptions } from "@tanstack/react-query";
import { accountSchema } from "../../contract/account.ts";
import { metadataSchema } from "../../contract/metadata.ts";
import { ask } from "./http.ts";

/** Which account this is: `GET /api/account`. */
export const accountQuery = queryOptions({
  queryKey: ["account"],
  queryFn: ({ signal }) => ask(accountSchema, "/api/account", { signal }),
  staleTime: Number.POSITIVE_INFINITY,
});

/** What the account can be asked for: `GET /api/metadata`. */
export const metadataQuery = queryOptions({
  queryKey: ["metadata"],
  queryFn: ({ signal }) => ask(metadataSchema, "/api/metadata", { signal }),
  staleTime: Number.POSITIVE_INFINITY,
});
