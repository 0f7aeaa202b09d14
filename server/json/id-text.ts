/**
 * An id as a filter names it; undefined for what no filter can name.
 *
 * @param cell the JSON of its cell: of a number, every digit counts.
 */
export function idText(cell: Buffer): string | undefined {
  const text = cell.toString("utf8");
  if (!text.startsWith('"')) return /^-?\d+$/.test(text) ? text : undefined;
  const value: unknown = JSON.parse(text);
  return typeof value === "string" ? value : undefined;
}
