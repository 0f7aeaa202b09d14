import { Button, CloseButton, UnstyledButton } from "@mantine/core";
import { useEffect, useRef } from "react";
import { clearChosen, hasChosen } from "../view/choose.ts";
import type { ViewColumn } from "../view/columns.ts";
import type { View } from "../view/view.ts";
import { t } from "../words/words.ts";
import { type Edited, type FilterChip, filterChips } from "./chips.ts";
import classes from "./FilterChips.module.css";
import { ValueText } from "./facets/ValueText.tsx";

type FilterChipsProps = {
  view: View;
  onChange: (next: View) => void;
  /** The account's columns, by whose words a field that plays a role goes. */
  columns?: readonly ViewColumn[];
  /** The filter that is open to be changed; undefined when none is. */
  edited: Edited | undefined;
  onEdit: (next: Edited) => void;
};

function ChipText({ chip: { value, label } }: { chip: FilterChip }) {
  return value ? (
    <ValueText role={value.role} valueKey={value.key} label={value.label} />
  ) : (
    <bdi translate="no">{label}</bdi>
  );
}

type ChipProps = { chip: FilterChip; onEdit: (button: HTMLElement) => void; onRemove: () => void };

function Chip({ chip, onEdit, onRemove }: ChipProps) {
  const { name, label, excluded } = chip;
  return (
    <li className={classes.chip} data-excluded={excluded || undefined}>
      <UnstyledButton
        className={classes.text}
        title={`${name}: ${label}`}
        aria-label={t("filters.chips.edit", { name, label })}
        aria-haspopup="dialog"
        onClick={({ currentTarget }) => onEdit(currentTarget)}
      >
        <span className={classes.name}>{name}:</span> <ChipText chip={chip} />
      </UnstyledButton>
      <CloseButton
        className={classes.remove ?? ""}
        size={24}
        iconSize={12}
        aria-label={t("filters.chips.remove", { name, label })}
        onClick={onRemove}
      />
    </li>
  );
}

/** Gives the focus to a button of the chip at a place, or of the last one, or to the empty group. */
function focusChip(root: HTMLElement | null, at: number, which: "first" | "last"): void {
  const buttons = [...(root?.querySelectorAll<HTMLElement>(`li button:${which}-child`) ?? [])];
  (buttons[at] ?? buttons.at(-1) ?? root)?.focus();
}

/** Everything that narrows the view as chips, each of which can be changed and taken off. */
export function FilterChips({ view, onChange, columns, edited, onEdit }: FilterChipsProps) {
  const root = useRef<HTMLFieldSetElement>(null);
  const removed = useRef<{ at: number; of: number }>(undefined);
  const opened = useRef<{ at: number; button: HTMLElement }>(undefined);
  const chips = filterChips(view, columns);
  const count = chips.length;

  // The button that had the focus is gone with its chip: the focus goes on to the one that took its place.
  useEffect(() => {
    const { at, of } = removed.current ?? { at: 0, of: count };
    if (of === count) return;
    focusChip(root.current, at, "last");
    removed.current = undefined;
  }, [count]);

  // The filter gives the focus back to the chip that opened it, unless that was changed into another one or none.
  useEffect(() => {
    if (edited || !opened.current) return;
    const { at, button } = opened.current;
    opened.current = undefined;
    if (!button.isConnected) focusChip(root.current, at, "first");
  }, [edited]);

  const edit = (at: number, button: HTMLElement, chip: FilterChip) => {
    opened.current = { at, button };
    onEdit(chip.edited);
  };

  const remove = (index: number, next: View) => {
    removed.current = { at: index, of: count };
    onChange(next);
  };

  return (
    <fieldset ref={root} className={classes.root} aria-label={t("filters.chips.title")} tabIndex={-1}>
      {count > 0 && (
        <ul className={classes.chips}>
          {chips.map((chip, index) => (
            <Chip
              key={chip.key}
              chip={chip}
              onEdit={(button) => edit(index, button, chip)}
              onRemove={() => remove(index, chip.without)}
            />
          ))}
        </ul>
      )}
      {hasChosen(view) && (
        <Button size="compact-xs" variant="subtle" onClick={() => remove(0, clearChosen(view))}>
          {t("filters.clearAll")}
        </Button>
      )}
    </fieldset>
  );
}
