import { isJoined, isPlainObject, joinedParts, listMembers } from "./list-cell.ts";
import { type ListReading, listReadings } from "./readings.ts";

/** What joined texts of codes look like: no blanks inside, as in `VOICE` and `pt-BR`. */
const code = /^[^\s,;|]{1,60}$/u;

/**
 * Whether texts are members joined by a sign, and not texts that have the sign in them: every part looks like a code, and
 * in at least one text all of several parts are also values that stand alone elsewhere; with blanks, in each of them.
 * `Smith, John` stays a text.
 */
function areJoined(reading: ListReading, cells: readonly string[]): boolean {
  if (!isJoined(reading)) return false;
  const lists = cells.map((cell) => joinedParts(reading, cell));
  if (!lists.every((parts) => parts.every((part) => code.test(part)))) return false;
  const alone = new Set(lists.flatMap((parts) => (parts.length === 1 ? parts : [])));
  const several = lists.filter((parts) => parts.length > 1);
  const areAlone = (parts: readonly string[]) => parts.every((part) => alone.has(part));
  // Words of one text have blanks between them, too.
  return reading === "blank-text" ? several.length > 0 && several.every(areAlone) : several.some(areAlone);
}

/** What can be said of a list by its brackets alone, also where the field is not known to have several values. */
const bracketed: readonly ListReading[] = ["json-text", "quoted-text"];

/** `[1]` or `[sic]` in a text can be a note; a text that is quotes in brackets is nothing but a list. */
function isQuoted(cell: unknown): boolean {
  return typeof cell === "string" && /^\[\s*["'\]]/.test(cell);
}

/**
 * Finds out how the lists of a column are written. Undefined where they are JSON arrays already, where the cells are no
 * lists, and where one cell is written otherwise than the rest.
 *
 * @param cells what JSON says of the cells; none null or empty.
 * @param hasSeveral whether the field is known to have several values in one row.
 */
export function readListColumn(cells: readonly unknown[], hasSeveral: boolean): ListReading | undefined {
  if (cells.length === 0) return undefined;
  return listReadings.find((reading) => {
    if (!hasSeveral && !bracketed.includes(reading)) return false;
    if (isJoined(reading)) {
      const texts = cells.filter((cell) => typeof cell === "string");
      return texts.length === cells.length && areJoined(reading, texts);
    }
    // JSON arrays alone are read as they are.
    if (reading === "places" && !cells.some(isPlainObject)) return false;
    let some = hasSeveral && cells.every((cell) => typeof cell === "string");
    for (const cell of cells) {
      const members = listMembers(reading, cell);
      if (!members || !(hasSeveral || isQuoted(cell))) return false;
      some ||= members.length > 0;
    }
    return some;
  });
}
