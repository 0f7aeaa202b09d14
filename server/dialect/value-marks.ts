import { createHmac, randomBytes } from "node:crypto";

/** Another one at each start: a mark that is kept on disk tells nobody what the value was. */
const salt = randomBytes(16);

function markOf(field: string, value: string): string {
  return createHmac("sha256", salt)
    .update(JSON.stringify([field, value]))
    .digest("base64url")
    .slice(0, 16);
}

/** Marks by which values of a field are known again while the server runs, since findings hold no values. */
export function valueMarks(field: string, values: readonly string[]): string {
  return values.map((value) => markOf(field, value)).join(" ");
}

/** Whether one of the values is among those that were marked. */
export function hasMarked(marks: string, field: string, values: readonly string[]): boolean {
  const marked = new Set(marks.split(" "));
  return values.some((value) => marked.has(markOf(field, value)));
}
