import { filterName } from "../../view/columns.ts";
import type { View } from "../../view/view.ts";
import { FilterButton } from "../line/FilterButton.tsx";
import { groupOf, withoutField } from "../line/filter-groups.ts";
import type { AddFilterProps } from "./AddFilterPanel.tsx";
import { LazyAddFilterPanel } from "./lazy-add-filter-panel.tsx";
import { useOpening } from "./use-opening.ts";

type FieldButtonProps = AddFilterProps & {
  field: string;
  /** The view as the line shows it. */
  shown: View;
  isHidden: boolean;
  opened: boolean;
  onOpened: (opened: boolean) => void;
  /** Called after it was taken off: its button is gone then. */
  onGone: () => void;
};

/** The button of a filter on another field; it is there while the field narrows the view. */
export function FieldButton({ shown, isHidden, opened, onOpened, onGone, ...props }: FieldButtonProps) {
  const { field, view, onChange, addable } = props;
  const { times } = useOpening(opened, field);
  const name = filterName(field, addable.columns);
  const clear = () => {
    onChange(withoutField(view, field));
    onGone();
  };
  return (
    <FilterButton
      id={`field ${field}`}
      group={groupOf(view, { field }, name, addable.columns)}
      shown={groupOf(shown, { field }, name, addable.columns)}
      {...{ isHidden, opened, onOpened }}
      onClear={clear}
    >
      <LazyAddFilterPanel key={times} {...props} onDone={() => onOpened(false)} />
    </FilterButton>
  );
}
