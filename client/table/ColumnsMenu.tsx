import { Button, Checkbox, Popover, TextInput } from "@mantine/core";
import { IconColumns3, IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import type { ViewColumn } from "../view/columns.ts";
import { t } from "../words/words.ts";
import { toggleColumn } from "./column-choice.ts";
import classes from "./columns-menu.module.css";

export type ColumnsMenuProps = {
  /** Every column that there is. */
  columns: readonly ViewColumn[];
  /** The fields that are visible now, in their order. */
  visible: readonly string[];
  /** Called with the new visible fields; undefined means the account's usual ones. */
  onColumns: (fields: readonly string[] | undefined) => void;
};

/** From this many columns on, a search stands above the list. */
const searchFrom = 12;

function Choices({ columns, visible, onColumns }: ColumnsMenuProps) {
  const [search, setSearch] = useState("");
  const words = search.trim().toLowerCase();
  const found = columns.filter(({ field, label }) => `${label} ${field}`.toLowerCase().includes(words));
  return (
    <>
      {columns.length >= searchFrom ? (
        <TextInput
          size="xs"
          aria-label={t("table.columns.search")}
          placeholder={t("table.columns.search")}
          leftSection={<IconSearch size={14} aria-hidden="true" />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      ) : null}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot be part of this layout */}
      <div role="group" aria-label={t("table.columns.visible")} className={classes.list}>
        {found.map(({ field, label, description }) => (
          <Checkbox
            key={field}
            size="xs"
            label={label}
            title={description}
            checked={visible.includes(field)}
            disabled={visible.length === 1 && visible.includes(field)}
            onChange={() => onColumns(toggleColumn(columns, visible, field))}
          />
        ))}
        {found.length === 0 ? <p className={classes.none}>{t("table.columns.none")}</p> : null}
      </div>
      <Button size="compact-xs" variant="subtle" onClick={() => onColumns(undefined)}>
        {t("table.columns.usual")}
      </Button>
    </>
  );
}

/** Chooses the table's columns. Escape closes it and gives the focus back. */
export function ColumnsMenu(props: ColumnsMenuProps) {
  return (
    <Popover position="bottom-end" shadow="md" width={240} trapFocus returnFocus>
      <Popover.Target>
        <Button size="xs" variant="default" leftSection={<IconColumns3 size={15} aria-hidden="true" />}>
          {t("table.columns.title")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.menu} aria-label={t("table.columns.title")}>
        <Choices {...props} />
      </Popover.Dropdown>
    </Popover>
  );
}
