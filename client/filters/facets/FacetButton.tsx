import { usesRole, withoutRole } from "../../view/choose.ts";
import type { View } from "../../view/view.ts";
import { FilterButton } from "../line/FilterButton.tsx";
import { groupOf } from "../line/filter-groups.ts";
import { roleName } from "../role-words.ts";
import type { FacetProps } from "./FacetPanel.tsx";
import { LazyFacetPanel } from "./lazy-facet-panel.tsx";

type FacetButtonProps = FacetProps & {
  /** The view as the line shows it. */
  shown: View;
  isHidden: boolean;
  opened: boolean;
  onOpened: (opened: boolean) => void;
};

/** The button of one role, which says what is chosen of it and opens its values. */
export function FacetButton({ shown, isHidden, opened, onOpened, ...props }: FacetButtonProps) {
  const { role, view, onChange } = props;
  const name = roleName(role);
  return (
    <FilterButton
      id={role}
      group={groupOf(view, { role }, name)}
      shown={groupOf(shown, { role }, name)}
      {...{ isHidden, opened, onOpened }}
      onClear={() => usesRole(view, role) && onChange(withoutRole(view, role))}
    >
      <LazyFacetPanel {...props} />
    </FilterButton>
  );
}
