import { Checkbox, VisuallyHidden } from "@mantine/core";
import { type KeyboardEvent, useId } from "react";
import { formatCount } from "../format/numbers.ts";
import type { FilterRole } from "../view/view.ts";
import { t } from "../words/words.ts";
import classes from "./FacetList.module.css";
import type { FacetOption } from "./facet-options.ts";
import { ValueText } from "./ValueText.tsx";

type FacetRowProps = {
  role: FilterRole;
  option: FacetOption;
  /** Whether Tab stops here: one line of a list does, the arrow keys reach the others. */
  tabStop: boolean;
  /** Whether the focus comes here when the list is opened. */
  autoFocus: boolean;
  onFocus: () => void;
  onToggle: () => void;
};

/** The number alone for the eye; with what it counts for those who hear it. */
function Count({ id, count }: { id: string; count: number }) {
  return (
    <span className={classes.count} id={id}>
      {formatCount(count)} <VisuallyHidden>{t("filters.facet.conversations", { count })}</VisuallyHidden>
    </span>
  );
}

/** One value with its tick and its count. */
export function FacetRow({ role, option, tabStop, autoFocus, onFocus, onToggle }: FacetRowProps) {
  const id = useId();
  const toggleOnEnter = (event: KeyboardEvent) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    onToggle();
  };
  return (
    <label className={classes.row} htmlFor={id} data-empty={option.count === 0 || undefined}>
      <Checkbox
        id={id}
        size="xs"
        checked={option.chosen}
        tabIndex={tabStop ? 0 : -1}
        data-autofocus={autoFocus || undefined}
        aria-labelledby={`${id}-label`}
        aria-describedby={`${id}-count`}
        onFocus={onFocus}
        onChange={onToggle}
        onKeyDown={toggleOnEnter}
      />
      <span className={classes.label} id={`${id}-label`} title={option.label}>
        <ValueText role={role} valueKey={option.key} label={option.label} />
      </span>
      <Count id={`${id}-count`} count={option.count} />
    </label>
  );
}

/** Conversations without a value: counted, but not something that can be asked for. */
export function NotSetRow({ count }: { count: number }) {
  const id = useId();
  return (
    <label className={classes.row} htmlFor={id} data-disabled title={t("filters.facet.notSetHint")}>
      <Checkbox id={id} size="xs" disabled aria-labelledby={`${id}-label`} aria-describedby={`${id}-count`} />
      <span className={classes.label} id={`${id}-label`}>
        {t("filters.facet.notSet")}
      </span>
      <Count id={`${id}-count`} count={count} />
    </label>
  );
}
