import type { ViewColumn } from "../../view/columns.ts";
import type { Look } from "../../view/shared-look.ts";

/** In tall rows the customer stands under the name, where both are shown and neither has a place of its own. */
export function stackedColumns(columns: readonly ViewColumn[], { density, pinned }: Look): readonly ViewColumn[] {
  const customer = columns.find(({ role }) => role === "customer");
  const name = columns.find(({ role }) => role === "name");
  if (density !== "roomy" || !customer || !name || pinned.includes(customer.field)) return columns;
  return columns.flatMap((column) => {
    if (column === customer) return [];
    return column === name ? [{ ...name, under: customer }] : [column];
  });
}
