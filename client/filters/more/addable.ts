import type { FieldRoles } from "../../../contract/fields.ts";
import type { Row } from "../../../contract/page.ts";
import type { RoleFilter } from "../../../contract/roles/role.ts";
import { roles } from "../../../contract/roles.ts";
import { valueKey } from "../../format/values.ts";
import type { ViewColumn } from "../../view/columns.ts";
import type { Pin } from "../../view/pin.ts";

/** What filters on any other field are made from. */
export type Addable = {
  columns: readonly ViewColumn[];
  fields: FieldRoles;
  pin: Pin;
  /** The rows that the table has by now. */
  loadedRows: () => readonly Row[];
};

/** How a column is filtered by as one of the other fields: by its values, by those of the loaded rows, or by a range. */
export type MoreWay = "values" | "loaded" | "numbers" | "times";

const wayOfRole: Record<RoleFilter, MoreWay | undefined> = {
  facet: undefined,
  values: "values",
  loaded: "loaded",
  numbers: "numbers",
  none: undefined,
};

/** The way to filter by a column; of a role with a filter elsewhere too, which a link may name by its field. */
export function wayOf({ kind, role }: Pick<ViewColumn, "kind" | "role">): MoreWay {
  const way = role && wayOfRole[roles[role].filter];
  return way ?? (kind === "number" ? "numbers" : kind === "time" ? "times" : "values");
}

/** The fields that can be filtered by and have no filter of their own already. */
export function addableFields({ columns }: Addable): ViewColumn[] {
  return columns.filter(({ role }) => role === undefined || wayOfRole[roles[role].filter] !== undefined);
}

/** The fields whose name or description contains the text. */
export function searchFields(columns: readonly ViewColumn[], text: string): ViewColumn[] {
  const wanted = valueKey(text);
  return columns.filter(({ label, field, description }) =>
    [label, field, description ?? ""].some((one) => valueKey(one).includes(wanted)),
  );
}
