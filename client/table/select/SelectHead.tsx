import { t } from "../../words/words.ts";
import classes from "../grid.module.css";
import type { SelectRows } from "./use-selection.ts";

/** The checkbox of the header: selects the rows that are loaded, never those that only match; and clears again. */
export function SelectHead({ chosen: { ids, isAll, all, clear } }: { chosen: SelectRows }) {
  return (
    <th scope="col" className={classes.selectHead} data-select aria-label={t("table.select.column")} aria-colindex={1}>
      <input
        type="checkbox"
        data-box
        ref={(box) => {
          if (box) box.indeterminate = ids.size > 0 && !isAll;
        }}
        className={classes.checkbox}
        aria-label={t("table.select.all")}
        title={t("table.select.all")}
        checked={isAll}
        onChange={isAll ? clear : all}
      />
    </th>
  );
}
