import { Button, SegmentedControl, TextInput, VisuallyHidden } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { changeLook, useLook } from "../view/look.ts";
import { densities, usualLook } from "../view/shared-look.ts";
import { t } from "../words/words.ts";
import { ColumnLine } from "./ColumnLine.tsx";
import type { ColumnsMenuProps } from "./ColumnsMenu.tsx";
import { moveColumn, placeWords, toggleColumn } from "./column-choice.ts";
import classes from "./columns-menu.module.css";

/** From this many columns on, a search stands above the list. */
const searchFrom = 12;

/** Every column, shown or not and where; the height of the rows; and back to how it usually is. */
export function ColumnsPanel({ columns, visible, onColumns }: ColumnsMenuProps) {
  const [search, setSearch] = useState("");
  const [told, setTold] = useState("");
  const look = useLook();
  const words = search.trim().toLowerCase();
  const shown = visible.flatMap((field) => columns.find((column) => column.field === field) ?? []);
  const ordered = [...shown, ...columns.filter((column) => !shown.includes(column))];
  const found = ordered.filter(({ field, label, description = "" }) =>
    `${label} ${field} ${description}`.toLowerCase().includes(words),
  );

  function move(field: string, to: number): void {
    const next = moveColumn(visible, field, to);
    setTold(placeWords(columns, next, field));
    onColumns(next);
  }

  function pin(field: string): void {
    const { pinned } = look;
    changeLook({
      ...look,
      pinned: pinned.includes(field) ? pinned.filter((one) => one !== field) : [...pinned, field],
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
              place={visible.includes(column.field) ? visible.indexOf(column.field) : undefined}
              visible={visible}
              pinned={look.pinned.includes(column.field)}
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
