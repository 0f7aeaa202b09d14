import type { ReactElement } from "react";
import { t } from "../../words/words.ts";
import classes from "../grid.module.css";
import type { HostProps } from "../paint/host.ts";

/** `off`: rows of this list cannot be selected. `never`: this one cannot, since it has no id or is not held. */
export type SelectState = "off" | "never" | "no" | "yes";

export type SelectCellProps = {
  state: SelectState;
  id: string;
  /** The cell whose words tell this row from the others. */
  nameId: string;
  isActive: boolean;
};

/** The checkbox of a row. The grid keeps the focus and hears the click, also one beside the box. */
export function selectCell({ state, id, nameId, isActive }: SelectCellProps): ReactElement<HostProps> {
  return (
    <td id={id} className={classes.selectCell} data-select aria-colindex={1} data-active={isActive || undefined}>
      {state === "never" ? null : (
        <input
          type="checkbox"
          data-box
          id={`${id}-box`}
          className={classes.checkbox}
          aria-label={t("table.select.row")}
          aria-labelledby={`${id}-box ${nameId}`}
          tabIndex={-1}
          checked={state === "yes"}
          readOnly
        />
      )}
    </td>
  );
}
