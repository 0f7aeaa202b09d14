import { Button, CloseButton } from "@mantine/core";
import { useEffect, useRef } from "react";
import { clearChosen, hasChosen } from "../view/choose.ts";
import type { View } from "../view/view.ts";
import { t } from "../words/words.ts";
import { allChips, type FilterChip } from "./chips.ts";
import classes from "./FilterChips.module.css";
import { ValueText } from "./ValueText.tsx";

type FilterChipsProps = { view: View; onChange: (next: View) => void };

function ChipText({ chip: { value, label } }: { chip: FilterChip }) {
  return value ? <ValueText role={value.role} valueKey={value.key} label={value.label} /> : <bdi>{label}</bdi>;
}

function Chip({ chip, onRemove }: { chip: FilterChip; onRemove: () => void }) {
  const { name, label, excluded } = chip;
  return (
    <li className={classes.chip} data-excluded={excluded || undefined}>
      <span className={classes.text} title={`${name}: ${label}`}>
        <span className={classes.name}>{name}:</span> <ChipText chip={chip} />
      </span>
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

/** Everything that narrows the view as chips, each of which can be taken off. */
export function FilterChips({ view, onChange }: FilterChipsProps) {
  const root = useRef<HTMLFieldSetElement>(null);
  const removed = useRef<{ at: number; of: number }>(undefined);
  const chips = allChips(view);
  const count = chips.length;

  // The button that had the focus is gone with its chip: the focus goes on to the one that took its place.
  useEffect(() => {
    const { at, of } = removed.current ?? { at: 0, of: count };
    if (of === count) return;
    const buttons = [...(root.current?.querySelectorAll<HTMLButtonElement>("li button") ?? [])];
    (buttons[at] ?? buttons.at(-1) ?? root.current)?.focus();
    removed.current = undefined;
  }, [count]);

  const remove = (index: number, next: View) => {
    removed.current = { at: index, of: count };
    onChange(next);
  };

  return (
    <fieldset ref={root} className={classes.root} aria-label={t("filters.chips.title")} tabIndex={-1}>
      {count > 0 && (
        <ul className={classes.chips}>
          {chips.map((chip, index) => (
            <Chip key={chip.key} chip={chip} onRemove={() => remove(index, chip.without)} />
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
