import { queryOptions } from "@tanstack/react-query";
import { type Account, accountSchema } from "../../contract/account.ts";
import { findingsSchema } from "../../contract/findings.ts";
import { metadataSchema } from "../../contract/metadata.ts";
import type { RoleName } from "../../contract/roles.ts";
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

/** What is known of how the account's API differs from what is documented: `GET /api/findings`. */
export const findingsQuery = queryOptions({
  queryKey: ["findings"],
  queryFn: ({ signal }) => ask(findingsSchema, "/api/findings", { signal }),
  // It grows with what is asked, so each look fetches it anew.
  staleTime: 0,
});

/** Chooses a field for a role, `none` for no field, or takes the choice back. @returns the account as it is then. */
export function chooseField(role: RoleName, field: string | undefined): Promise<Account> {
  const path = `/api/account/fields/${role}`;
  return field === undefined
    ? ask(accountSchema, path, { method: "DELETE" })
    : ask(accountSchema, path, { method: "PUT", body: { field } });
}
