import { useNarrow } from "../ui/use-narrow.ts";
import { filterRoles } from "../view/view.ts";
import { t } from "../words/words.ts";
import classes from "./FilterBar.module.css";
import { FacetButton } from "./facets/FacetButton.tsx";
import type { FilterBarProps } from "./filter-props.ts";
import { LazyFilterDrawer } from "./lazy-filter-drawer.tsx";
import { MissingNote } from "./MissingNote.tsx";
import { AddFilter } from "./more/AddFilter.tsx";

/** One button for each role; on a narrow screen one button that opens them all as a drawer. */
export function FilterBar(props: FilterBarProps) {
  const { view, onChange, facets, missing, addable, edited, onEdit } = props;
  const narrow = useNarrow();
  if (narrow) return <LazyFilterDrawer {...props} />;
  return (
    <fieldset className={classes.bar} aria-label={t("filters.title")}>
      {filterRoles
        .filter((role) => !missing.includes(role))
        .map((role) => (
          <FacetButton
            key={role}
            role={role}
            view={view}
            onChange={onChange}
            facet={facets[role]}
            addable={addable}
            opened={edited?.role === role}
            onOpened={(opened) => onEdit(opened ? { role } : undefined)}
          />
        ))}
      <AddFilter
        view={view}
        onChange={onChange}
        addable={addable}
        field={edited?.field}
        opened={edited !== undefined && edited.role === undefined}
        onOpened={(opened) => onEdit(opened ? {} : undefined)}
      />
      <MissingNote missing={missing} facets={facets} />
    </fieldset>
  );
}
