import type { ExportColumn } from "../../../../contract/export.ts";
import { hasDates } from "../../../../contract/formats.ts";
import type { RenderPlan } from "../format.ts";

/** A column as it stands in a file: its times as exact text, or as what a spreadsheet takes for a date. */
export type WrittenColumn = ExportColumn & { times: "iso" | "spreadsheet" };

/** A date says no offset, so its heading says whose clocks it is read from. */
function zoned(header: string, zone: string): string {
  return header.includes(`(${zone})`) ? header : `${header} (${zone})`;
}

/**
 * The columns of a CSV or a workbook: those of the plan, and where it wants exact times beside dates, one more for each
 * column of times. It is called by the standard's name, which is the same in every language.
 */
export function writtenColumns({ format, columns, zone, options }: RenderPlan): WrittenColumn[] {
  const areDates = hasDates(format, options);
  return columns.flatMap((column): WrittenColumn[] => {
    if (column.type !== "time" || !areDates) return [{ ...column, times: "iso" }];
    const header = zoned(column.header, zone);
    const dates: WrittenColumn = { ...column, header, times: "spreadsheet" };
    return options.exactTimes ? [dates, { ...column, header: `${header}, ISO 8601`, times: "iso" }] : [dates];
  });
}
