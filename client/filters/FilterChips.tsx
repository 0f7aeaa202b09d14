import { Button, CloseButton } from "@mantine/core";
import { type ReactNode, useEffect, useRef } from "react";
import { clearChosen, hasChosen, toggleChosen } from "../view/choose.ts";
import { defaultRange, type View, withRange } from "../view/view.ts";
import { t } from "../words/words.ts";
import { chosenValues } from "./chosen-values.ts";
import classes from "./FilterChips.module.css";
import { rangeLabel, sameRange } from "./range-label.ts";
import { roleLabel } from "./role-words.ts";
import { ValueText } from "./ValueText.tsx";

type FilterChipsProps = { view: View; onChange: (next: View) => void };

type ChipProps = { name: string; label: string; children: ReactNode; onRemove: () => void };

function Chip({ name, label, children, onRemove }: ChipProps) {
  return (
    <li className={classes.chip}>
      <span className={classes.text} title={`${name}: ${label}`}>
        <span className={classes.name}>{name}:</span> {children}
      </span>
      <CloseButton size={18} iconSize={12} aria-label={t("filters.chips.remove", { name, label })} onClick={onRemove} />
    </li>
  );
}

/** Everything that narrows the view as chips, each of which can be taken off. */
export function FilterChips({ view, onChange }: FilterChipsProps) {
  const root = useRef<HTMLDivElement>(null);
  const removedAt = useRef<number>(undefined);
  const values = chosenValues(view.chosen);
  const rangeChip = !sameRange(view.range, defaultRange);
  const count = values.length + (rangeChip ? 1 : 0);

  // The button that had the focus is gone with its chip: the focus goes on to the one that took its place.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the number of chips that says one is gone
  useEffect(() => {
    if (removedAt.current === undefined) return;
    const buttons = [...(root.current?.querySelectorAll<HTMLButtonElement>("li button") ?? [])];
    (buttons[removedAt.current] ?? buttons.at(-1) ?? root.current)?.focus();
    removedAt.current = undefined;
  }, [count]);

  const remove = (index: number, next: View) => {
    removedAt.current = index;
    onChange(next);
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a list of chips is no fieldset
    <div ref={root} className={classes.root} role="group" aria-label={t("filters.chips.title")} tabIndex={-1}>
      {count > 0 && (
        <ul className={classes.chips}>
          {rangeChip && (
            <Chip
              name={t("filters.chips.time")}
              label={rangeLabel(view.range)}
              onRemove={() => remove(0, withRange(view, defaultRange))}
            >
              {rangeLabel(view.range)}
            </Chip>
          )}
          {values.map(({ role, key, label, spellings }, index) => (
            <Chip
              key={`${role} ${key}`}
              name={roleLabel(role)}
              label={label}
              onRemove={() => remove(index + (rangeChip ? 1 : 0), toggleChosen(view, role, spellings))}
            >
              <ValueText role={role} valueKey={key} label={label} />
            </Chip>
          ))}
        </ul>
      )}
      {hasChosen(view) && (
        <Button size="compact-xs" variant="subtle" onClick={() => remove(0, clearChosen(view))}>
          {t("filters.clearAll")}
        </Button>
      )}
    </div>
  );
}
