import { Button, SegmentedControl, TextInput, VisuallyHidden } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import type { ViewColumn } from "../../view/columns.ts";
import { changeLook, useLook } from "../../view/look.ts";
import { densities, usualLook } from "../../view/shared-look.ts";
import { t } from "../../words/words.ts";
import { ColumnLine } from "./ColumnLine.tsx";
import { moveOnto, toggleColumn } from "./column-choice.ts";
import { placedColumns } from "./column-widths.ts";
import classes from "./columns-menu.module.css";

export type ColumnsProps = {
  /** Every column that there is. */
  columns: readonly ViewColumn[];
  /** The fields that are visible now, in their order. */
  visible: readonly string[];
  /** Called with the new visible fields; undefined means the account's usual ones. */
  onColumns: (fields: readonly string[] | undefined) => void;
};

/** From this many columns on, a search stands above the list. */
const searchFrom = 12;

/** Every column, shown or not and where; the height of the rows; and back to how it usually is. */
export function ColumnsPanel({ columns, visible, onColumns }: ColumnsProps) {
  const [search, setSearch] = useState("");
  const [told, setTold] = useState("");
  const look = useLook();
  const searched = search.trim().toLowerCase();
  const inView = visible.flatMap((field) => columns.find((column) => column.field === field) ?? []);
  const shown = placedColumns(inView, look);
  const isPinned = ({ field }: ViewColumn) => look.pinned.includes(field);
  const fieldsOf = (some: readonly ViewColumn[]) => some.map(({ field }) => field);
  // Pinned columns and the others change places among themselves.
  const pinned = fieldsOf(shown.filter(isPinned));
  const others = fieldsOf(shown.filter((column) => !isPinned(column)));
  const ordered = [...shown, ...columns.filter((column) => !shown.includes(column))];
  const found = ordered.filter(({ field, label, description = "" }) =>
    `${label} ${field} ${description}`.toLowerCase().includes(searched),
  );

  function move(field: string, onto: string): void {
    const { order, words } = moveOnto(inView, look, field, onto);
    setTold(words);
    onColumns(order);
  }

  function pin(field: string): void {
    const fields = look.pinned;
    changeLook({
      ...look,
      pinned: fields.includes(field) ? fields.filter((one) => one !== field) : [...fields, field],
    });
  }

  return (
    <>
      {columns.length >= searchFrom ? (
        <TextInput
          size="xs"
          aria-label={t("table.columns.search")}
          placeholder={t("table.columns.search")}
          leftSection={<IconSearch size="0.875rem" aria-hidden="true" />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      ) : null}
      {/* It does not scroll itself: not every browser lets a fieldset do that. */}
      <fieldset aria-label={t("table.columns.visible")}>
        <div className={classes.list}>
          {found.map((column) => (
            <ColumnLine
              key={column.field}
              column={column}
              among={isPinned(column) ? pinned : others}
              isLast={visible.length === 1}
              pinned={isPinned(column)}
              onToggle={() => onColumns(toggleColumn(columns, visible, column.field))}
              onPin={() => pin(column.field)}
              onMove={move}
            />
          ))}
          {found.length === 0 ? <p className={classes.none}>{t("table.columns.none")}</p> : null}
        </div>
      </fieldset>
      <VisuallyHidden role="status">{told}</VisuallyHidden>
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={t("table.density.title")}
        value={look.density}
        data={densities.map((value) => ({ value, label: t(`table.density.${value}`) }))}
        onChange={(density) => changeLook({ ...look, density })}
      />
      <Button
        size="compact-xs"
        variant="subtle"
        onClick={() => {
          changeLook(usualLook);
          onColumns(undefined);
        }}
      >
        {t("table.columns.usual")}
      </Button>
    </>
  );
}
