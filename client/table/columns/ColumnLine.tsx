import { ActionIcon, Checkbox } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconGripVertical, IconPin, IconPinFilled } from "@tabler/icons-react";
import type { KeyboardEvent } from "react";
import type { ViewColumn } from "../../view/columns.ts";
import { t } from "../../words/words.ts";
import classes from "./columns-menu.module.css";
import { useColumnDrag } from "./use-column-drag.ts";

export type ColumnLineProps = {
  column: ViewColumn;
  /** The fields of the visible columns that it changes places with, in their order; it is none of them while hidden. */
  among: readonly string[];
  /** Whether no other column is visible. */
  isLast: boolean;
  pinned: boolean;
  onToggle: () => void;
  onPin: () => void;
  /** Moves a column, this one or one that was dropped on it, to the place of another. */
  onMove: (field: string, onto: string) => void;
};

/** Marked as disabled rather than disabled, so that the focus stays on a button that has moved its column to the end. */
function ended(isEnd: boolean) {
  return { "aria-disabled": isEnd, "data-disabled": isEnd };
}

/** One column in the menu: shown or not, and where. Alt with an arrow moves it, as do its buttons and dragging it. */
export function ColumnLine({ column, among, isLast, pinned, onToggle, onPin, onMove }: ColumnLineProps) {
  const { field, label, description } = column;
  const drag = useColumnDrag(field, among, (dropped) => onMove(dropped, field));
  const place = among.indexOf(field);
  const isShown = place >= 0;
  const move = (delta: number) => {
    const onto = among[place + delta];
    if (isShown && onto !== undefined) onMove(field, onto);
  };

  function onKeyDown(event: KeyboardEvent): void {
    if (!event.altKey || !isShown || !/^Arrow(Up|Down)$/.test(event.key)) return;
    event.preventDefault();
    move(event.key === "ArrowUp" ? -1 : 1);
  }

  const tool = { size: 24, variant: "subtle", color: "gray", onKeyDown } as const;
  return (
    <div className={classes.column} data-over={drag.side} {...drag.source} {...drag.target}>
      <IconGripVertical size="0.875rem" aria-hidden="true" className={classes.grip} data-shown={isShown || undefined} />
      <Checkbox
        size="xs"
        className={classes.choice}
        label={label}
        description={description}
        checked={isShown}
        disabled={isShown && isLast}
        onChange={onToggle}
        onKeyDown={onKeyDown}
      />
      {isShown ? (
        <>
          <ActionIcon {...tool} aria-label={t("table.columns.pin", { label })} aria-pressed={pinned} onClick={onPin}>
            {pinned ? (
              <IconPinFilled size="0.875rem" aria-hidden="true" />
            ) : (
              <IconPin size="0.875rem" aria-hidden="true" />
            )}
          </ActionIcon>
          <ActionIcon
            {...tool}
            aria-label={t("table.columns.up", { label })}
            {...ended(place === 0)}
            onClick={() => move(-1)}
          >
            <IconArrowUp size="0.875rem" aria-hidden="true" />
          </ActionIcon>
          <ActionIcon
            {...tool}
            aria-label={t("table.columns.down", { label })}
            {...ended(place === among.length - 1)}
            onClick={() => move(1)}
          >
            <IconArrowDown size="0.875rem" aria-hidden="true" />
          </ActionIcon>
        </>
      ) : null}
    </div>
  );
}
