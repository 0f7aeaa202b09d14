import type { ColumnKind, ViewColumn } from "../view/columns.ts";

/** The least width of a column, and its share of the width that is left over. */
const widths: Record<ColumnKind, { least: number; share: number }> = {
  time: { least: 168, share: 0 },
  id: { least: 150, share: 1 },
  channel: { least: 190, share: 1 },
  language: { least: 120, share: 0.6 },
  sentiment: { least: 116, share: 0.6 },
  status: { least: 112, share: 0.6 },
  number: { least: 136, share: 0.4 },
  text: { least: 160, share: 2 },
};

/** The CSS grid tracks of the columns. No track depends on content, so rows that are not drawn cannot move them. */
export function columnTracks(columns: readonly ViewColumn[]): string {
  const growing = columns.some(({ kind }) => widths[kind].share > 0);
  return columns.map(({ kind }) => `minmax(${widths[kind].least}px, ${growing ? widths[kind].share : 1}fr)`).join(" ");
}

/** The width below which the table scrolls sideways inside its box. */
export function leastWidth(columns: readonly ViewColumn[]): number {
  return columns.reduce((sum, { kind }) => sum + widths[kind].least, 0);
}
