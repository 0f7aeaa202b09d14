import { UnstyledButton, VisuallyHidden } from "@mantine/core";
import { type ReactNode, type RefObject, useId, useMemo } from "react";
import type { Row } from "../../contract/page.ts";
import type { Rows } from "../rows/use-rows.ts";
import { byPlace } from "../ui/by-place.ts";
import { useRootFontScale } from "../ui/root-font-scale.ts";
import { useTiny } from "../ui/use-narrow.ts";
import type { ViewColumn } from "../view/columns.ts";
import { t } from "../words/words.ts";
import { type CardLine, cardLines } from "./card-lines.ts";
import classes from "./cards.module.css";
import { cellContent, cellProps, lineClass } from "./cells/cell-content.tsx";
import { type Opening, rowId } from "./opening.ts";
import { useRowWindow } from "./scroll/use-row-window.ts";
import type { SelectRows } from "./select/use-selection.ts";

/** At the usual font size; also in first-load.module.css. */
const cardHeight = 80;
/** Of a card whose lines take two each. */
const tinyHeight = 128;

type SideProps = { columns: readonly ViewColumn[]; row: Row; zone: string };

function parts({ columns, row, zone }: SideProps): ReactNode {
  return columns.map((column) => (
    <span
      key={column.field}
      className={`${lineClass({ kind: column.kind, value: row[column.field] })} ${classes.part}`}
      data-kind={column.kind}
    >
      <VisuallyHidden>{column.label}: </VisuallyHidden>
      {cellContent(cellProps(column, row, zone, true))}
    </span>
  ));
}

type LineProps = { id?: string | undefined; line: CardLine; row: Row; zone: string };

function Line({ id, line, row, zone }: LineProps) {
  return (
    <span id={id} className={classes.line}>
      <span className={classes.start}>{parts({ columns: line.start, row, zone })}</span>
      <span className={classes.end}>{parts({ columns: line.end, row, zone })}</span>
    </span>
  );
}

/** The body of a card: a button where the conversation can be opened. */
function Card({ row, opening, children }: { row: Row; opening: Opening | undefined; children: ReactNode }) {
  const id = rowId(row, opening);
  if (!opening || id === undefined) return <div className={classes.body}>{children}</div>;
  return (
    <UnstyledButton
      className={classes.body}
      aria-current={opening.openId === id ? "true" : undefined}
      onClick={() => opening.onOpen(id)}
    >
      {children}
    </UnstyledButton>
  );
}

/** The checkbox of a card, with room for a finger around it. It is called after the card's first line. */
function CardBox({ nameId, isOn, onToggle }: { nameId: string; isOn: boolean; onToggle: () => void }) {
  return (
    <label className={classes.select}>
      <input
        type="checkbox"
        data-box
        id={`${nameId}-box`}
        aria-label={t("table.select.row")}
        aria-labelledby={`${nameId}-box ${nameId}`}
        checked={isOn}
        onChange={onToggle}
      />
    </label>
  );
}

export type CardListProps = {
  rows: Rows;
  columns: readonly ViewColumn[];
  zone: string;
  label: string;
  box: RefObject<HTMLElement | null>;
  opening: Opening | undefined;
  chosen: SelectRows | undefined;
};

/** The rows as cards of three lines, for a narrow screen. */
export function CardList({ rows, columns, zone, label, box, opening, chosen }: CardListProps) {
  const listId = useId();
  const fontScale = useRootFontScale();
  const height = Math.round((useTiny() ? tinyHeight : cardHeight) * fontScale);
  const sizes: Record<`--${string}`, string> = { "--card-height": `${height}px` };
  const view = useRowWindow(rows, box, height, 0);
  const lines = useMemo(() => cardLines(columns), [columns]);
  return (
    <ul
      aria-label={label}
      aria-busy={(rows.isUpdating && rows.error === null) || rows.isLoadingMore}
      className={classes.list}
      translate="no"
      data-updating={rows.isUpdating || undefined}
      style={{ ...sizes, height: view.height }}
    >
      {view.drawn.map(({ place, top, row }) => {
        if (!row) return null;
        return (
          <li
            key={place}
            className={classes.card}
            style={{ transform: `translateY(${top}px)` }}
            aria-posinset={place + 1}
            aria-setsize={rows.ended && !rows.isUpdating ? rows.count : -1}
          >
            {chosen && rowId(row, opening) !== undefined ? (
              <CardBox
                nameId={`${listId}-${place}`}
                isOn={chosen.ids.has(rowId(row, opening) ?? "")}
                onToggle={() => chosen.toggle(place)}
              />
            ) : null}
            <Card row={row} opening={opening}>
              {byPlace(lines, (line, at) => (
                <Line id={at === 0 ? `${listId}-${place}` : undefined} line={line} row={row} zone={zone} />
              ))}
            </Card>
          </li>
        );
      })}
    </ul>
  );
}
