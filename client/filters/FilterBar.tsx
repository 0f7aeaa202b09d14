import type { Async } from "../api/async.ts";
import type { Breakdown } from "../insights/breakdown.ts";
import { useNarrow } from "../ui/use-narrow.ts";
import { type FilterRole, filterRoles, type View } from "../view/view.ts";
import { t } from "../words/words.ts";
import type { Edited } from "./chips.ts";
import classes from "./FilterBar.module.css";
import { FacetButton } from "./facets/FacetButton.tsx";
import { LazyFilterDrawer } from "./filter-drawer.tsx";
import { MissingNote } from "./MissingNote.tsx";
import { AddFilter } from "./more/AddFilter.tsx";
import type { Addable } from "./more/addable.ts";

/** What the filters are drawn from, as a bar or as a drawer. */
export type FilterBarProps = {
  view: View;
  onChange: (next: View) => void;
  /** The values of each role, counted with the filters of the other roles applied. */
  facets: Record<FilterRole, Async<Breakdown>>;
  /** Roles that no field of this account plays. */
  missing: readonly FilterRole[];
  /** What filters on any other field are made from. */
  addable: Addable;
  /** The filter that is open; undefined when none is. */
  edited: Edited | undefined;
  onEdit: (next: Edited | undefined) => void;
};

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
