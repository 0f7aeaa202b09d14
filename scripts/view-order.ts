import { exportColumn } from "../client/export/export-column.ts";
import { exportFigures } from "../client/export/figures.ts";
import { availableColumns, shownColumns } from "../client/view/columns.ts";
import { tableRequest } from "../client/view/compile.ts";
import { fitView } from "../client/view/fit.ts";
import { resolveRange } from "../client/view/range.ts";
import { parseView } from "../client/view/url.ts";
import { accountSchema } from "../contract/account.ts";
import type { NewExportInput } from "../contract/export.ts";
import { findFields } from "../contract/fields.ts";
import type { ExportFormat } from "../contract/formats.ts";
import { metadataSchema } from "../contract/metadata.ts";

/** What a server is asked for a view, and a sentence for each part of the address that could not be used. */
export type ViewOrder = { order: NewExportInput; notes: string[] };

async function read(url: string): Promise<unknown> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered with ${response.status}.`);
  return response.json();
}

/**
 * The export of the view at an address: the same view, fields, columns and query as on the screen, from the same code.
 *
 * @param zone the zone of a view whose address names none.
 */
export async function viewOrder(address: URL, format: ExportFormat, zone: string): Promise<ViewOrder> {
  const account = accountSchema.parse(await read(`${address.origin}/api/account`));
  const metadata = metadataSchema.parse(await read(`${address.origin}/api/metadata`));
  const fields = findFields(metadata, account.fields);
  const available = availableColumns(metadata, fields);
  const asked = parseView(address.search, zone);
  const { view, notes } = fitView(asked.view, fields, available);
  const columns = shownColumns(view, available, fields);
  const window = resolveRange(view.range, view.zone, Date.now());
  const range = { from: new Date(window.from).toISOString(), to: new Date(window.to).toISOString() };
  const request = tableRequest(view, fields, columns, window);
  const check = exportFigures(fields, request, window);
  const order: NewExportInput = {
    request,
    columns: columns.map((column) => exportColumn(column, view.zone)),
    format,
    zone: view.zone,
    link: address.href,
    range,
    ...(check ? { check } : {}),
  };
  return { order, notes: [...asked.notes, ...notes] };
}
