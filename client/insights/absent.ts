import type { FieldRoles } from "../../contract/fields.ts";
import type { FilterRole } from "../view/view.ts";
import { t } from "../words/words.ts";

/** Why there is nothing of a role: the account lists no field for it, or refuses the one that it lists. */
export function whyAbsent(role: FilterRole | "time", { refused }: FieldRoles): string {
  const field = refused?.[role];
  return field === undefined ? t(`errors.absentRole.${role}`) : t("errors.refusedRole", { field });
}
