import { Button } from "@mantine/core";
import { clearChosen, hasChosen, usesRole } from "../../view/choose.ts";
import { filterRoles } from "../../view/view.ts";
import { t } from "../../words/words.ts";
import { FacetButton } from "../facets/FacetButton.tsx";
import { LazyFacetPanel } from "../facets/lazy-facet-panel.tsx";
import type { FilterBarProps } from "../filter-props.ts";
import { MissingNote } from "../MissingNote.tsx";
import { AddFilter } from "../more/AddFilter.tsx";
import { addableFields } from "../more/addable.ts";
import { FieldButton } from "../more/FieldButton.tsx";
import classes from "./FilterButtons.module.css";
import { fieldsInUse } from "./filter-groups.ts";
import { KeptFilters } from "./KeptFilters.tsx";
import { useFitting } from "./use-fitting.ts";
import { useSettled } from "./use-settled.ts";

/**
 * The filters of a wide screen, in one line: a button for each role, one for each other field that narrows the view, and
 * one that opens all the rest. Each keeps its place and says what is chosen; nothing of it moves while a menu is open.
 */
export function FilterButtons({ view, onChange, facets, missing, addable, edited, onEdit }: FilterBarProps) {
  const shown = useSettled(view, edited !== undefined);
  const { line, hidden } = useFitting();
  const roles = filterRoles.filter((role) => !missing.includes(role));
  const fields = fieldsInUse(shown);
  const isHidden = (id: string) => hidden.includes(id);
  const keptRoles = roles.filter(isHidden);
  const keptFields = fields.filter((field) => isHidden(`field ${field}`));
  const ownRole = edited?.role !== undefined && !isHidden(edited.role) ? edited.role : undefined;
  const ownField =
    edited?.field !== undefined && fields.includes(edited.field) && !isHidden(`field ${edited.field}`)
      ? edited.field
      : undefined;
  const isElsewhere = edited !== undefined && ownRole === undefined && ownField === undefined;
  const common = { view, onChange, addable };
  const focus = (...selectors: string[]) =>
    selectors
      .flatMap((selector) => line.current?.querySelector<HTMLElement>(selector) ?? [])
      .at(0)
      ?.focus();
  const clearAll = () => {
    focus("button");
    onChange(clearChosen(view));
  };
  return (
    <fieldset ref={line} className={classes.line} aria-label={t("filters.title")}>
      {roles.map((role) => (
        <FacetButton
          key={role}
          role={role}
          facet={facets[role]}
          {...common}
          shown={shown}
          isHidden={isHidden(role)}
          opened={ownRole === role}
          onOpened={(opened) => onEdit(opened ? { role } : undefined)}
        />
      ))}
      {fields.map((field) => (
        <FieldButton
          key={field}
          field={field}
          {...common}
          shown={shown}
          isHidden={isHidden(`field ${field}`)}
          opened={ownField === field}
          onOpened={(opened) => onEdit(opened ? { field } : undefined)}
          onGone={() => focus("[data-add-filter]", "button")}
        />
      ))}
      {(addableFields(addable).length > 0 || keptRoles.length + keptFields.length > 0 || isElsewhere) && (
        <AddFilter
          {...common}
          field={isElsewhere ? edited.field : undefined}
          opened={isElsewhere}
          onOpened={(opened) => onEdit(opened ? {} : undefined)}
          inside={keptFields.length + keptRoles.filter((role) => usesRole(shown, role)).length}
          before={<KeptFilters {...{ view, onEdit }} columns={addable.columns} roles={keptRoles} fields={keptFields} />}
          instead={
            isElsewhere && edited.role && <LazyFacetPanel {...common} role={edited.role} facet={facets[edited.role]} />
          }
        />
      )}
      <MissingNote missing={missing} facets={facets} />
      {hasChosen(shown) && (
        <Button size="compact-xs" variant="subtle" className={classes.clear ?? ""} onClick={clearAll}>
          {t("filters.clearAll")}
        </Button>
      )}
    </fieldset>
  );
}
