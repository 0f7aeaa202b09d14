import { writeFile } from "node:fs/promises";
import type { SchemaElement } from "hyparquet";
import { type ColumnSource, fileWriter, ParquetWriter } from "hyparquet-writer";
import type { Manifest } from "../../../contract/manifest.ts";
import { exactJson } from "./cells/cell.ts";
import { ExactNumber } from "./cells/exact.ts";
import { readColumns } from "./columns/cell-columns.ts";
import {
  type ColumnKind,
  epochMicros,
  type Profile,
  profile,
  type ScalarKind,
  writtenAlike,
} from "./columns/profile.ts";
import { type TextBytes, textBytes } from "./columns/text-bytes.ts";
import type { FormatWriter, RenderPlan } from "./format.ts";
import type { SpoolSource } from "./spool/read-spool.ts";

/** Rows that are held and written together: memory and the pause of the event loop grow with it. */
const rowGroup = { rows: 5_000, bytes: 4 * 1024 ** 2 };

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

/** Kinds whose values are written as they are. */
const asItIs: ReadonlySet<ScalarKind> = new Set(["none", "boolean", "text"]);

function cell(value: unknown, { list, kind }: ColumnKind): unknown {
  return list && Array.isArray(value) ? value.map((member) => scalar(member, kind)) : scalar(value, kind);
}

type Field = { field: string; kind: ColumnKind };

function columnOf({ field, kind }: Field, cells: unknown[], texts: TextBytes): ColumnSource {
  const values = asItIs.has(kind.kind) ? cells : cells.map((value) => cell(value, kind));
  const isText = !kind.list && elements[kind.kind].type === "BYTE_ARRAY";
  const data = isText ? texts.encode(values) : values;
  // Bounds of ids tell nothing: they are cut after 16 bytes, which all of them begin with.
  return data === values ? { name: field, data } : { name: field, data, statistics: false };
}

function openWriter(fields: readonly Field[], { product, id }: Manifest, target: string): ParquetWriter {
  return new ParquetWriter({
    writer: fileWriter(target),
    schema: [
      { name: "root", num_children: fields.length },
      ...fields.flatMap(({ field, kind }) => schemaOf(field, kind)),
    ],
    createdBy: `${product.name} version ${product.version}`,
    kvMetadata: [{ key: "earshot.export", value: id }],
  });
}

/** Writes the whole file with the kinds that are known; false when a row did not fit them, and they are known better. */
async function written(
  names: readonly string[],
  learnt: Profile,
  spool: SpoolSource,
  manifest: Manifest,
  target: string,
): Promise<boolean> {
  let fields: Field[] | undefined;
  let writer: ParquetWriter | undefined;
  const texts = textBytes();
  const fieldsNow = (): Field[] => {
    const kinds = learnt.kinds();
    return names.map((field, at) => ({ field, kind: kinds[at] ?? { list: false, kind: "none" } }));
  };
  for await (const cells of readColumns(names, spool, rowGroup, learnt.learn)) {
    const now = fieldsNow();
    fields ??= now;
    if (!fields.every(({ kind }, at) => writtenAlike(kind, now[at]?.kind ?? kind))) return false;
    writer ??= openWriter(fields, manifest, target);
    texts.begin();
    const columnData = now.map((field, at) => columnOf(field, cells[at] ?? [], texts));
    await writer.write({ columnData, rowGroupSize: rowGroup.rows });
  }
  writer ??= openWriter(fieldsNow(), manifest, target);
  await writer.finish();
  return true;
}

/**
 * Parquet with a typed column for each field, under the field's own name: lists for arrays, UTC microseconds for times.
 * The first rows tell the kinds of the columns. Where a later one does not fit, the file is begun again, and the second
 * time only after every row was looked at.
 */
async function writeParquet(plan: RenderPlan, spool: SpoolSource, manifest: Manifest, target: string): Promise<void> {
  const columns = plan.columns.filter(({ field }, at) => plan.columns.findIndex((one) => one.field === field) === at);
  const names = columns.map(({ field }) => field);
  const learnt = profile(columns);
  for (let attempt = 0; attempt < 2; attempt += 1) if (await written(names, learnt, spool, manifest, target)) return;
  for await (const _ of readColumns(names, spool, rowGroup, learnt.learn));
  await written(names, learnt, spool, manifest, target);
}

export const parquet: FormatWriter = {
  isSpool: false,
  async write({ plan, spool, manifest, target }) {
    // Its writer opens the file by name alone, and leaves the rights of one that is there.
    await writeFile(target, "", { mode: 0o600 });
    await writeParquet(plan, spool, manifest(), target);
  },
};
