import type { SchemaElement } from "hyparquet";
import { fileWriter, ParquetWriter } from "hyparquet-writer";
import type { Manifest } from "../../../contract/manifest.ts";
import type { Row } from "../../../contract/page.ts";
import { exactJson } from "./cell.ts";
import { ExactNumber } from "./exact.ts";
import type { RenderPlan } from "./plan.ts";
import { type ColumnKind, epochMicros, profile, type ScalarKind } from "./profile.ts";
import { readRows } from "./read-spool.ts";
import type { SpoolExtent } from "./text-files.ts";

/** Rows that are held and written together: memory and the pause of the event loop grow with it. */
const rowGroup = 10_000;

const elements: Record<ScalarKind, Omit<SchemaElement, "name">> = {
  none: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  boolean: { type: "BOOLEAN" },
  integer: { type: "INT64" },
  long: { type: "INT64" },
  double: { type: "DOUBLE" },
  instant: {
    type: "INT64",
    converted_type: "TIMESTAMP_MICROS",
    logical_type: { type: "TIMESTAMP", isAdjustedToUTC: true, unit: "MICROS" },
  },
  text: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  mixed: { type: "BYTE_ARRAY", converted_type: "UTF8" },
};

function schemaOf(name: string, { list, kind }: ColumnKind): SchemaElement[] {
  if (!list) return [{ ...elements[kind], name, repetition_type: "OPTIONAL" }];
  return [
    { name, repetition_type: "OPTIONAL", num_children: 1, converted_type: "LIST" },
    { name: "list", repetition_type: "REPEATED", num_children: 1 },
    { ...elements[kind], name: "element", repetition_type: "OPTIONAL" },
  ];
}

/** A cell as the writer wants it. Of a column of several kinds, text stays text and all else is JSON. */
function scalar(value: unknown, kind: ScalarKind): unknown {
  if (value === null || value === undefined) return null;
  switch (kind) {
    case "integer":
    case "long":
      return BigInt(value instanceof ExactNumber ? value.text : Number(value));
    case "double":
      return value instanceof ExactNumber ? Number(value.text) : value;
    case "instant":
      return epochMicros(String(value));
    case "mixed":
      return typeof value === "string" ? value : exactJson(value);
    default:
      return value;
  }
}

function cell(row: Row, field: string, { list, kind }: ColumnKind): unknown {
  const value = Object.hasOwn(row, field) ? row[field] : undefined;
  return list && Array.isArray(value) ? value.map((member) => scalar(member, kind)) : scalar(value, kind);
}

/**
 * Parquet with a typed column for each field, under the field's own name: lists for arrays, UTC microseconds for times.
 * The rows are read twice, first for their kinds and then for their cells, and written in groups.
 */
export async function writeParquet(
  plan: RenderPlan,
  spool: SpoolExtent,
  manifest: Manifest,
  target: string,
): Promise<void> {
  const columns = plan.columns.filter(({ field }, at) => plan.columns.findIndex((one) => one.field === field) === at);
  const learnt = profile(columns);
  for await (const rows of readRows(spool.path, spool.bytes)) learnt.add(rows);
  const kinds = learnt.kinds();
  const fields = columns.map(({ field }, at) => ({ field, kind: kinds[at] ?? { list: false, kind: "none" as const } }));
  const { product, id } = manifest;
  const writer = new ParquetWriter({
    writer: fileWriter(target),
    schema: [
      { name: "root", num_children: fields.length },
      ...fields.flatMap(({ field, kind }) => schemaOf(field, kind)),
    ],
    createdBy: `${product.name} version ${product.version}`,
    kvMetadata: [{ key: "earshot.export", value: id }],
  });
  let held: Row[] = [];
  const flush = async (): Promise<void> => {
    if (held.length === 0) return;
    const columnData = fields.map(({ field, kind }) => ({
      name: field,
      data: held.map((row) => cell(row, field, kind)),
    }));
    await writer.write({ columnData, rowGroupSize: rowGroup });
    held = [];
  };
  for await (const rows of readRows(spool.path, spool.bytes)) {
    for (const row of rows) {
      held.push(row);
      if (held.length >= rowGroup) await flush();
    }
  }
  await flush();
  await writer.finish();
}
