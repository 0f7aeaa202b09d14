import { UnstyledButton, VisuallyHidden } from "@mantine/core";
import { type ReactNode, type RefObject, useMemo } from "react";
import type { Row } from "../../contract/page.ts";
import type { ViewColumn } from "../view/columns.ts";
import { cardLines } from "./card-lines.ts";
import classes from "./cards.module.css";
import { cellContent } from "./cells/cell-content.tsx";
import { type Opening, rowId } from "./opening.ts";
import { useRowWindow } from "./use-row-window.ts";
import type { Rows } from "./use-rows.ts";

/** Also in cards.module.css. */
const cardHeight = 64;

type LineProps = { columns: readonly ViewColumn[]; row: Row; zone: string };

function Line({ columns, row, zone }: LineProps) {
  return (
    <span className={classes.line}>
      {columns.map(({ field, label, kind }) => (
        <span key={field} className={classes.part} data-kind={kind}>
          <VisuallyHidden>{label}: </VisuallyHidden>
          {cellContent({ kind, value: row[field], zone })}
        </span>
      ))}
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

export type CardListProps = {
  rows: Rows;
  columns: readonly ViewColumn[];
  zone: string;
  label: string;
  box: RefObject<HTMLElement | null>;
  opening: Opening | undefined;
};

/** The rows as two-line cards, for a narrow screen. */
export function CardList({ rows, columns, zone, label, box, opening }: CardListProps) {
  const view = useRowWindow(rows, box, cardHeight, 0);
  const lines = useMemo(() => cardLines(columns), [columns]);
  return (
    <ul
      aria-label={label}
      aria-busy={(rows.isUpdating && rows.error === null) || rows.isLoadingMore}
      className={classes.list}
      data-updating={rows.isUpdating || undefined}
      style={{ height: view.height }}
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
            <Card row={row} opening={opening}>
              <Line columns={lines.first} row={row} zone={zone} />
              <Line columns={lines.second} row={row} zone={zone} />
            </Card>
          </li>
        );
      })}
    </ul>
  );
}
