import { Anchor } from "@mantine/core";
import { fieldLabel } from "../../contract/field-words.ts";
import type { Row } from "../../contract/page.ts";
import type { ConversationFields } from "../api/conversation-fields.ts";
import { failureSentences } from "../api/errors.ts";
import { cellMembers } from "../format/values.ts";
import { headingOf, type ViewColumn } from "../view/columns.ts";
import { t } from "../words/words.ts";
import { FieldValue } from "./FieldValue.tsx";
import classes from "./fields.module.css";
import { Failed, Loading, Note } from "./PartView.tsx";

type Field = Pick<ViewColumn, "field" | "label" | "kind" | "unit" | "description" | "calendar">;

/** The fields that the row has, in the order of the account's columns; then those that are no column, by their names. */
export function fieldsOf(row: Row, columns: readonly ViewColumn[]): Field[] {
  const known: Field[] = columns.filter(({ field }) => Object.hasOwn(row, field));
  return [...known, ...otherFields(row, columns)];
}

function otherFields(row: Row, columns: readonly ViewColumn[]): Field[] {
  const names = new Set(columns.map(({ field }) => field));
  const others = Object.keys(row).filter((field) => !names.has(field));
  return others.map((field) => ({ field, label: fieldLabel(field), kind: "text" as const }));
}

export type RowFieldsProps = {
  /** The conversation's row as the table has it; undefined where the table does not have it. */
  held: Row | undefined;
  /** The table is loading its rows still. */
  isComing: boolean;
  /** What Insights tells of the conversation itself, when it was asked. */
  fields: ConversationFields;
  columns: readonly ViewColumn[];
  zone: string;
  /** Why fields may be missing still. */
  pendingNote: string | undefined;
  showsAll: boolean;
  onShowAll: (all: boolean) => void;
};

/** Every field of the conversation, by name and value. */
export function RowFields(props: RowFieldsProps) {
  const { held, isComing, fields, columns, zone, pendingNote, showsAll, onShowAll } = props;
  const { row: own, error, isAsking, cut } = fields;
  const row = held || own ? { ...held, ...own } : undefined;
  if (!row && (isAsking || isComing)) return <Loading lines={4} />;
  const shown = row ? fieldsOf(row, columns) : [];
  const count = columns.length + otherFields(row ?? {}, columns).length;
  return (
    <>
      {row ? <FieldList fields={shown} row={row} zone={zone} /> : null}
      {fields.isUnknown && !held ? (
        <Note>
          {t("detail.unknownFields")}
          {pendingNote ? ` ${pendingNote}` : null}
        </Note>
      ) : null}
      {cut ? <Note>{t("detail.cut.fields")}</Note> : null}
      {isAsking && showsAll && !own ? <Loading lines={2} /> : null}
      {error && !isAsking ? (
        <Failed
          title={t("detail.failed.fields")}
          why={failureSentences(error, { isOfView: false })}
          retry={fields.retry}
          isAsking={isAsking}
        />
      ) : null}
      {row && (count > shown.length || showsAll) ? (
        <Anchor
          component="button"
          type="button"
          className={classes.more}
          aria-expanded={showsAll}
          onClick={() => onShowAll(!showsAll)}
        >
          {showsAll ? t("detail.fewerFields") : t("detail.allFields", { count })}
        </Anchor>
      ) : null}
    </>
  );
}

function FieldList({ fields, row, zone }: { fields: readonly Field[]; row: Row; zone: string }) {
  return (
    <dl className={classes.fields}>
      {fields.map(({ field, ...column }) => (
        <div key={field} className={classes.field}>
          <dt title={column.description ?? field} dir="auto">
            {headingOf(column)}
          </dt>
          <dd>
            {cellMembers(row[field]).length > 0 ? (
              <FieldValue column={column} value={row[field]} zone={zone} />
            ) : (
              <span className={classes.empty}>–</span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
