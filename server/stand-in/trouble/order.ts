import { z } from "zod";
import type { Catalogue } from "../catalogue/types.ts";
import { badRequest } from "../http/errors.ts";

const orderedSchema = z.looseObject({
  query: z.looseObject({ orderBy: z.array(z.looseObject({ field: z.string() })) }),
});

/** Whether a cell of the field can hold several values. */
function isArray({ cubes }: Catalogue, field: string): boolean {
  const found = cubes.flatMap(({ dimensions }) => dimensions).find(({ name }) => name === field);
  return found?.kind === "coded" && found.labels.some((label) => typeof label !== "string");
}

/** Refuses a query that is to be ordered by a field of several values. */
export function refuseArrayOrder(body: unknown, catalogue: Catalogue): void {
  const ordered = orderedSchema.safeParse(body);
  const order = ordered.success ? ordered.data.query.orderBy : [];
  const place = order.findIndex(({ field }) => isArray(catalogue, field));
  const field = order[place]?.field;
  if (field !== undefined) throw badRequest(`query.orderBy[${place}]: '${field}' cannot be ordered by`, { field });
}
