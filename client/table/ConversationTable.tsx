import { type ReactNode, useEffect, useMemo, useRef } from "react";
import type { InexactCounts } from "../api/told.ts";
import type { Spread } from "../rows/spread.ts";
import { withTold } from "../rows/unsorted.ts";
import type { Rows } from "../rows/use-rows.ts";
import { Boundary } from "../ui/Boundary.tsx";
import { lazyPart } from "../ui/lazy-part.tsx";
import { useNarrow } from "../ui/use-narrow.ts";
import type { ViewColumn } from "../view/columns.ts";
import { useLook } from "../view/look.ts";
import type { Sort } from "../view/view.ts";
import { t } from "../words/words.ts";
import cards from "./cards.module.css";
import { useColumnsInRoom, useMeasuredRoom } from "./columns/room.ts";
import { stackedColumns } from "./columns/stacked.ts";
import { useMoveColumn } from "./columns/use-move-column.ts";
import { FirstLoad } from "./FirstLoad.tsx";
import type { Hollow, Noun } from "./foot-text.ts";
import { focusList, listMark } from "./keys/focus-list.ts";
import { usePageKeys } from "./keys/use-page-keys.ts";
import { CardList, loadList, RowGrid } from "./list-parts.tsx";
import { NoRows } from "./NoRows.tsx";
import type { Opening } from "./opening.ts";
import { type Selecting, useSelectRows } from "./select/use-selection.ts";
import { TableFoot } from "./TableFoot.tsx";
import { rowNotes, TableNotes } from "./TableNotes.tsx";
import classes from "./table.module.css";
import { isToCome } from "./to-come.ts";
import { useCopy } from "./use-copy.ts";

// Its boxes for choices are of no use where there is a header, and on a phone the rows come first.
const SortControl = lazyPart(
  async () => (await import("./columns/SortControl.tsx")).SortControl,
  () => <div className={cards.waiting} />,
);

// Seldom looked at: neither it nor the pieces of dialogs are part of the first load.
const KeysDialog = lazyPart(
  async () => (await import("./keys/KeysDialog.tsx")).KeysDialog,
  () => null,
);

export type ConversationTableProps = {
  rows: Rows;
  columns: readonly ViewColumn[];
  /** The zone that times are shown in. */
  zone: string;
  /** What the view asks for; undefined is the usual order. */
  sort: Sort | undefined;
  /** The usual order, newest first, so that it can be shown; undefined where the account has no time to sort by. */
  usualSort: Sort | undefined;
  onSort: (sort: Sort | undefined) => void;
  /** The name of the column that rows are sorted by, where it is not among those that are shown. */
  hiddenSort?: string | undefined;
  /** Called with the fields of the columns in another order; left out where they keep theirs. */
  onColumns?: ((fields: readonly string[]) => void) | undefined;
  filtered: boolean;
  onClearFilters: () => void;
  onWiden?: (() => void) | undefined;
  noun?: Noun;
  /** How many conversations Twilio counts in the view, where each row is one; undefined while that is not known. */
  counted?: number | undefined;
  /** Whether that is still on its way. */
  isCounting?: boolean | undefined;
  /** Where a conversation may have several rows: what tells them apart, and how many Twilio counts. */
  spread?: Spread | undefined;
  /** The labels of columns that may be why the list has fewer. */
  hollow?: Hollow | undefined;
  /** Whether Twilio's count is known to be an estimate. */
  isEstimate?: boolean;
  /** How Twilio’s counts are not exact, where that is known. */
  inexact?: InexactCounts | undefined;
  /** How a conversation is opened; left out where rows have no ids. */
  opening?: Opening | undefined;
  /** How conversations are selected, and what stands under the list for it; left out where rows have no ids. */
  selecting?: (Selecting & { bar: (toList: () => void) => ReactNode }) | undefined;
};

/** The conversations of a view: columns on a wide screen, cards on a narrow one, and a status line under both. */
export function ConversationTable(props: ConversationTableProps) {
  const { rows, zone, sort, onSort, noun = "conversation" } = props;
  const { told } = rows;
  const inRoom = useColumnsInRoom(props.columns);
  const columns = useMemo(() => withTold(inRoom, told), [inRoom, told]);
  // Rows that are not in the usual order must not be said to be.
  const isUnsorted = props.usualSort !== undefined && told.unsorted.includes(props.usualSort.field);
  const usualSort = isUnsorted ? undefined : props.usualSort;
  const { filtered, onClearFilters, onWiden } = props;
  const box = useRef<HTMLDivElement>(null);
  useMeasuredRoom(box);
  const isNarrow = useNarrow();
  useEffect(() => {
    loadList(isNarrow);
  }, [isNarrow]);
  const label = t(`table.title.${noun}`);
  const { note, tell, copy } = useCopy();
  const keys = usePageKeys();
  const chosen = useSelectRows(props.selecting, rows);
  const list = { rows, columns, zone, label, box, opening: props.opening, chosen };
  const look = useLook();
  const gridColumns = useMemo(() => stackedColumns(columns, look), [columns, look]);
  const onMove = useMoveColumn(columns, look, props.onColumns, tell);

  const sorted = props.columns.find(({ field }) => field === sort?.field);
  // Also of a column that there is no room for.
  const hiddenSort = sorted && !columns.some(({ field }) => field === sorted.field) ? sorted.label : props.hiddenSort;

  const isWaiting = isToCome(rows);
  const toCome = isWaiting ? (
    <FirstLoad
      columns={isNarrow ? columns : gridColumns}
      look={look}
      asCards={isNarrow}
      withBoxes={chosen !== undefined}
    />
  ) : null;

  function content() {
    if (rows.count === 0 && !isWaiting) return <NoRows {...{ rows, noun, filtered, onClearFilters, onWiden }} />;
    if (isNarrow) return toCome ?? <CardList {...list} />;
    // The columns are there before the rows, which then have less to wait for.
    return (
      <>
        {columns.length > 0 && (
          <RowGrid {...list} columns={gridColumns} {...{ look, sort, usualSort, onSort, onMove }} onCopy={copy} />
        )}
        {toCome}
      </>
    );
  }

  // What scrolls must be scrollable by key: cards that cannot be opened are no stops.
  const boxStop = isNarrow && rows.count > 0 && !props.opening ? 0 : -1;
  return (
    <section className={classes.table} aria-label={label}>
      {isNarrow && rows.count > 0 ? (
        <Boundary>
          <SortControl {...{ columns, sort, usualSort, onSort }} other={hiddenSort} />
        </Boundary>
      ) : null}
      <div ref={box} className={classes.box} data-narrow={isNarrow || undefined} tabIndex={boxStop} {...listMark}>
        {content()}
      </div>
      {props.selecting?.bar(() => focusList({ preventScroll: true }))}
      {isWaiting ? null : <TableNotes notes={rowNotes(rows, columns)} />}
      <TableFoot
        {...{ rows, noun, zone, note, onKeys: keys.show }}
        {...{
          counted: props.counted,
          isCounting: props.isCounting,
          spread: props.spread,
          hollow: props.hollow,
          isEstimate: props.isEstimate === true,
          inexact: props.inexact,
        }}
        // On a phone the choice of order says it.
        hiddenSort={isNarrow ? undefined : hiddenSort}
        onUsualSort={() => onSort(undefined)}
      />
      <Boundary of={keys.wasShown}>{keys.wasShown && <KeysDialog keys={keys} />}</Boundary>
    </section>
  );
}
