import { createHash } from "node:crypto";
import type { ExportColumn, ExportFileQuery } from "../../../contract/export.ts";
import { formats } from "../../../contract/formats.ts";
import type { Manifest } from "../../../contract/manifest.ts";
import { earshotProblem } from "../../messages/problem.ts";
import { sentence } from "../../messages/sentence.ts";
import { clipped } from "../../messages/sentences.ts";
import type { RenderPlan } from "../formats/format.ts";

const decimals = { point: ".", comma: ",", ".": ".", ",": "," } as const;
const separators = { comma: ",", semicolon: ";", tab: "\t", ",": ",", ";": ";", "\t": "\t" } as const;

/**
 * The columns by field: those of the export with their words, other fields of its query by their own name.
 *
 * @throws ProblemError 400, where a field is not one of the snapshot's own, or comes twice.
 */
function chosenColumns(manifest: Manifest, fields: readonly string[]): ExportColumn[] {
  const { dimensions = [], measures = [] } = manifest.request.query;
  const own = new Map<string, ExportColumn>(
    [...dimensions, ...measures].map((field) => [field, { field, header: field }]),
  );
  for (const column of manifest.columns) own.set(column.field, column);
  return fields.map((field, place) => {
    const column = own.get(field);
    if (column && fields.indexOf(field) === place) return column;
    throw earshotProblem(
      "badRequest",
      sentence(column ? "requestColumnTwice" : "requestColumn", { field: clipped(field) }),
    );
  });
}

/** The header of a time column names the zone of its cells; in another zone it must not go on naming the old one. */
function inZone(columns: readonly ExportColumn[], from: string, to: string): ExportColumn[] {
  return columns.map((column) =>
    column.type === "time" ? { ...column, header: column.header.replaceAll(`(${from})`, () => `(${to})`) } : column,
  );
}

/** A choice of yes or no: the download's, else the export's. */
function flag(asked: "0" | "1" | undefined, usual: boolean): boolean {
  return asked === undefined ? usual : asked === "1";
}

/** What the export was made with, with whatever a download asks for instead. */
export function renderPlan(manifest: Manifest, query: ExportFileQuery = {}): RenderPlan {
  const { separator, arrayMark, decimal, column } = query;
  const { options } = manifest;
  const zone = query.zone ?? manifest.zone;
  const columns = column === undefined ? manifest.columns : chosenColumns(manifest, [column].flat());
  return {
    format: query.format ?? manifest.format,
    zone,
    columns: inZone(columns, manifest.zone, zone),
    options: {
      separator: separator === undefined ? options.separator : separators[separator],
      arrayMark: arrayMark ?? options.arrayMark,
      bom: flag(query.bom, options.bom),
      escapeFormulas: flag(query.escapeFormulas, options.escapeFormulas),
      times: query.times ?? options.times,
      exactTimes: flag(query.exactTimes, options.exactTimes),
      decimal: decimal === undefined ? options.decimal : decimals[decimal],
      protectText: flag(query.protectText, options.protectText),
    },
  };
}

/** A name for the rendering's file: the same for the same bytes. */
export function planKey(plan: RenderPlan, manifest: Manifest): string {
  const { ending, saysItsEnd } = formats[plan.format];
  // Of two stops with the same rows, each has its own.
  const end = saysItsEnd ? manifest.finishedAt : undefined;
  const facts = JSON.stringify([plan, manifest.checkpoint.sha256, manifest.state, end]);
  return `${createHash("sha256").update(facts).digest("hex").slice(0, 32)}.${ending}`;
}
