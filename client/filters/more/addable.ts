import type { FieldRoles } from "../../../contract/fields.ts";
import { valueKey } from "../../format/values.ts";
import type { ViewColumn } from "../../view/columns.ts";
import type { Pin } from "../../view/pin.ts";

/** What filters on any other field are made from. */
export type Addable = { columns: readonly ViewColumn[]; fields: FieldRoles; pin: Pin };

/** The fields that can be filtered by and have no filter of their own already. */
export function addableFields({ columns, fields }: Addable): ViewColumn[] {
  const { channel, language, sentiment, status, time } = fields.roles;
  const taken = [channel?.field, language?.field, sentiment?.field, status?.field, time?.shown];
  return columns.filter(({ field }) => !taken.includes(field));
}

/** The fields whose name or description contains the text. */
export function searchFields(columns: readonly ViewColumn[], text: string): ViewColumn[] {
  const wanted = valueKey(text);
  return columns.filter(({ label, field, description }) =>
    [label, field, description ?? ""].some((one) => valueKey(one).includes(wanted)),
  );
}
