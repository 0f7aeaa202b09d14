import type { FieldRoles } from "../../contract/fields.ts";
import { countRequest } from "../view/compile.ts";
import type { Pin } from "../view/pin.ts";
import type { View } from "../view/view.ts";
import { jointRoles } from "./wanted.ts";
import { wholeQuery } from "./whole.ts";

/**
 * The small cube and the count of its window. All who need them ask in these same words, so that they are asked once.
 */
export function smallCubeQueries(view: View, fields: FieldRoles, pin: Pin) {
  const dimensions = jointRoles(fields).flatMap((role) => fields.roles[role]?.field ?? []);
  const ask = (by: readonly string[]) =>
    wholeQuery(countRequest(view, fields, pin.window, by, { kind: "none" }), pin.id);
  return { cube: ask(dimensions), total: ask([]) };
}
