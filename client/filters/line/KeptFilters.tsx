import { UnstyledButton } from "@mantine/core";
import type { ViewColumn } from "../../view/columns.ts";
import { filterName } from "../../view/columns.ts";
import type { FilterRole, View } from "../../view/view.ts";
import { t } from "../../words/words.ts";
import type { Edited } from "../chips.ts";
import classes from "../more/AddFilter.module.css";
import { roleName } from "../role-words.ts";
import { groupOf, groupText } from "./filter-groups.ts";

type KeptFiltersProps = {
  view: View;
  columns: readonly ViewColumn[];
  roles: readonly FilterRole[];
  fields: readonly string[];
  onEdit: (next: Edited) => void;
};

/** The filters for which the line has no room, each with what is chosen; pressed, one opens in place of the list. */
export function KeptFilters({ view, columns, roles, fields, onEdit }: KeptFiltersProps) {
  if (roles.length + fields.length === 0) return null;
  const line = (key: string, text: string, edited: Edited) => (
    <li key={key}>
      <UnstyledButton className={classes.field} onClick={() => onEdit(edited)}>
        <span>{text}</span>
      </UnstyledButton>
    </li>
  );
  return (
    <ul className={classes.kept} aria-label={t("filters.title")}>
      {roles.map((role) => line(role, groupText(groupOf(view, { role }, roleName(role))), { role }))}
      {fields.map((field) =>
        line(`field ${field}`, groupText(groupOf(view, { field }, filterName(field, columns), columns)), { field }),
      )}
    </ul>
  );
}
