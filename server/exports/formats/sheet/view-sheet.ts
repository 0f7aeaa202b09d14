import type { ExportCheck } from "../../../../contract/export-check.ts";
import type { Manifest } from "../../../../contract/manifest.ts";
import type { ExportSelection } from "../../../../contract/selection.ts";
import { writtenColumns } from "../cells/written-columns.ts";
import type { RenderPlan } from "../format.ts";
import type { SheetNotes } from "./sheet-cells.ts";

function completeWords({ state, complete, check }: Manifest): string {
  if (state === "doubtful" && check?.verdict === "short") {
    return `no: ${check.found} of the ${check.counted} conversations that Twilio counts`;
  }
  if (state === "doubtful") return "unverified: the figures do not agree, as the notes say";
  return complete ? "yes" : "no: these are the rows that were read before the export ended";
}

function checkWords(check: ExportCheck | undefined): string {
  if (check?.verdict === undefined || check.verdict === "unchecked") return "not checked against a count of Twilio's";
  return `${check.found} conversations; Twilio counts ${check.counted}`;
}

function selectionWords({ chosen, found }: ExportSelection): string {
  const words = `${chosen} conversations, selected one by one`;
  return found === undefined || found === chosen ? words : `${words}; ${found} of them were there`;
}

function repeatedWords({ options }: RenderPlan, { repeatedTimes }: SheetNotes): string {
  const told = options.exactTimes
    ? "the columns ISO 8601 tell which is which"
    : "a date cell does not tell which is which";
  return `${repeatedTimes}; ${told}`;
}

/** What the "View" sheet says: where these rows come from, and whether they are all of them. */
export function viewFacts(plan: RenderPlan, manifest: Manifest, cells: SheetNotes): [name: string, value: string][] {
  const { checkpoint, range, link, source, product, finishedAt, notes, selection, check } = manifest;
  return [
    ["View", manifest.name],
    ...(link ? [["Link", link] as [string, string]] : []),
    ...(range ? [["Range", `${range.from} to ${range.to}`] as [string, string]] : []),
    ...(selection ? [["Selection", selectionWords(selection)] as [string, string]] : []),
    ["Time zone", plan.zone],
    [
      "Columns",
      writtenColumns(plan)
        .map(({ header }) => header)
        .join(", "),
    ],
    ["Rows", String(checkpoint.rows)],
    ["Complete", completeWords(manifest)],
    ...(selection ? [] : [["Checked", checkWords(check)] as [string, string]]),
    ["Account", manifest.account],
    ["Started", manifest.createdAt],
    ...(finishedAt ? [["Finished", finishedAt] as [string, string]] : []),
    ["Source", `${source.kind === "job" ? "Twilio query job" : "Twilio query"}. ${source.why.text}`],
    ...(source.operationId ? [["Twilio job", source.operationId] as [string, string]] : []),
    ["Query", JSON.stringify(manifest.request)],
    ["Repeated rows left out", String(checkpoint.repeats)],
    ...(cells.cutCells > 0 ? [["Cells cut at 32,767 characters", String(cells.cutCells)] as [string, string]] : []),
    ...(cells.repeatedTimes > 0
      ? [["Times that clocks show twice", repeatedWords(plan, cells)] as [string, string]]
      : []),
    ...notes.map((note) => ["Note", note.text] as [string, string]),
    ["SHA-256 of the rows as NDJSON", checkpoint.sha256],
    ["Written by", `${product.name} ${product.version}`],
  ];
}
