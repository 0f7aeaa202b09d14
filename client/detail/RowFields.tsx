import { Anchor } from "@mantine/core";
import { useState } from "react";
import { fieldLabel } from "../../contract/field-words.ts";
import type { Row } from "../../contract/page.ts";
import { cellMembers } from "../format/values.ts";
import type { ViewColumn } from "../view/columns.ts";
import { t } from "../words/words.ts";
import { FieldValue } from "./FieldValue.tsx";
import classes from "./fields.module.css";
import { Note } from "./PartView.tsx";

type Field = Pick<ViewColumn, "field" | "label" | "kind" | "description">;

/** The fields that the row has, in the order of the account's columns; then those that are no column, by their names. */
export function fieldsOf(row: Row, columns: readonly ViewColumn[]): Field[] {
  const known: Field[] = columns.filter(({ field }) => Object.hasOwn(row, field));
  const names = new Set(known.map(({ field }) => field));
  const others = Object.keys(row).filter((field) => !names.has(field));
  return [...known, ...others.map((field) => ({ field, label: fieldLabel(field), kind: "text" as const }))];
}

/** More would push the transcript out of sight. */
const fewest = 8;

export type RowFieldsProps = { row: Row | undefined; columns: readonly ViewColumn[]; zone: string };

/** Every field of the conversation's row, by name and value. */
export function RowFields({ row, columns, zone }: RowFieldsProps) {
  const [all, setAll] = useState(false);
  if (!row) return <Note>{t("detail.noRow")}</Note>;
  const fields = fieldsOf(row, columns);
  // One more line takes no more room than the button that hides it.
  const shown = all || fields.length <= fewest + 1 ? fields : fields.slice(0, fewest);
  return (
    <>
      <dl className={classes.fields}>
        {shown.map(({ field, label, kind, description }) => (
          <div key={field} className={classes.field}>
            <dt title={description ?? field} dir="auto">
              {label}
            </dt>
            <dd>
              {cellMembers(row[field]).length > 0 ? (
                <FieldValue kind={kind} value={row[field]} zone={zone} />
              ) : (
                <span className={classes.empty}>–</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {fields.length > shown.length || all ? (
        <Anchor
          component="button"
          type="button"
          className={classes.more}
          aria-expanded={all}
          onClick={() => setAll(!all)}
        >
          {all ? t("detail.fewerFields") : t("detail.allFields", { count: fields.length })}
        </Anchor>
      ) : null}
    </>
  );
}
