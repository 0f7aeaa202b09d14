import { Button } from "@mantine/core";
import { useState } from "react";
import { fieldLabel } from "../../contract/field-words.ts";
import { formatList } from "../format/list.ts";
import type { Rows } from "../rows/use-rows.ts";
import type { ViewColumn } from "../view/columns.ts";
import { say, t } from "../words/words.ts";
import classes from "./foot.module.css";

/** What must be said of the rows: what of the list is not drawn, and what was done instead of what was asked. */
export function rowNotes({ leftOut, told }: Rows, columns: readonly ViewColumn[]): string[] {
  const { notReturned, lost, notes } = told;
  const labels = notReturned.map((field) => columns.find((one) => one.field === field)?.label ?? fieldLabel(field));
  return [
    ...(leftOut.repeated > 0 ? [t("table.notes.repeated", { count: leftOut.repeated })] : []),
    ...(leftOut.outside > 0 ? [t("table.notes.outside", { count: leftOut.outside })] : []),
    ...(lost > 0 ? [t("table.notes.lost", { count: lost })] : []),
    ...(labels.length > 0 ? [t("table.notes.notReturned", { labels: formatList(labels) })] : []),
    ...notes.map(say),
  ];
}

/** Of more sentences than `most` only `few` stand under the list, which is worth more; the others are one press away. */
const [few, most] = [2, 3];

/** A quiet line under the list; nothing where there is nothing to say. */
export function TableNotes({ notes }: { notes: readonly string[] }) {
  const [isOpen, setOpen] = useState(false);
  if (notes.length === 0) return null;
  const hidden = notes.length > most ? notes.length - few : 0;
  return (
    <div role="note" className={classes.notes}>
      {(isOpen || hidden === 0 ? notes : notes.slice(0, few)).join(" ")}
      {hidden > 0 && (
        <Button size="compact-xs" variant="subtle" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? t("table.notes.less") : t("table.notes.more", { count: hidden })}
        </Button>
      )}
    </div>
  );
}
