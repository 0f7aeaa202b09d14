import type { KeyboardEvent, MouseEvent, ReactNode } from "react";
import { t } from "../../words/words.ts";
import classes from "./ValueButton.module.css";

type ValueButtonProps = {
  /** What is filtered by, for the hint. */
  label: string;
  className: string | undefined;
  chosen: boolean;
  dimmed: boolean;
  spellings: readonly string[];
  onToggle: (spellings: readonly string[]) => void;
  /** Leaves the value out; undefined where nothing can be left out. */
  onExclude?: ((spellings: readonly string[]) => void) | undefined;
  /** -1 where the arrow keys lead to it and Tab does not. */
  tabIndex?: number | undefined;
  children: ReactNode;
};

/** The button that filters by a value. With Shift, or by the Delete key, it leaves the value out instead. */
export function ValueButton(props: ValueButtonProps) {
  const { label, className, chosen, dimmed, spellings, onToggle, onExclude, tabIndex, children } = props;
  const press = ({ shiftKey }: MouseEvent) => (shiftKey && onExclude ? onExclude(spellings) : onToggle(spellings));
  const onKey = ({ key }: KeyboardEvent) => key === "Delete" && onExclude?.(spellings);
  return (
    <button
      type="button"
      className={`${classes.value} ${className ?? ""}`}
      tabIndex={tabIndex}
      aria-pressed={chosen}
      data-dimmed={dimmed || undefined}
      title={onExclude && t("charts.excludeHint", { label })}
      aria-keyshortcuts={onExclude && "Shift+Enter Delete"}
      onClick={press}
      onKeyDown={onKey}
    >
      {children}
    </button>
  );
}
