import { rowTime } from "../../../client/view/asked-zone.ts";
import type { Window } from "../../../client/view/range.ts";
import type { View } from "../../../client/view/view.ts";
import { filterRoles } from "../../../client/view/view.ts";
import type { FieldRoles } from "../../../contract/fields.ts";
import type { Sentence } from "../../../contract/messages/sentence.ts";
import type { Metadata } from "../../../contract/metadata.ts";
import type { Row } from "../../../contract/page.ts";
import type { InsightsQueryRequest } from "../../../contract/query.ts";
import type { Answer } from "./asking.ts";
import { plainValues, type TrueConversation } from "./truth.ts";

/** What came of the job: what was wrong without a word, and what was missing and said to be. */
export type JobReport = { wrong: string[]; said: string[] };

/** What everything is asked in. */
export type JobFrame = {
  base: string;
  view: View;
  window: Window;
  truth: readonly TrueConversation[];
  metadata: Metadata;
};

/** The conversations of the frame's window. */
export function within({ truth, window }: Pick<JobFrame, "truth" | "window">): TrueConversation[] {
  return truth.filter(({ created }) => created >= window.from && created < window.to);
}

/** No clocks are further from others than this. */
const clocksMs = 26 * 3_600_000;

/** Whether a conversation may be on the other side of an end of the window where times are hours off. */
export function isAtEdge(
  { created }: Pick<TrueConversation, "created">,
  { window }: Pick<JobFrame, "window">,
): boolean {
  return [window.from, window.to].some((edge) => Math.abs(created - edge) <= clocksMs);
}

/**
 * Whether a figure may be the true one of a window that is hours off: what it has more or less are conversations at the
 * ends of the window.
 *
 * @param fits whether a conversation is one of those that are counted.
 */
export function isOffAtEdges(
  frame: Pick<JobFrame, "truth" | "window">,
  got: number,
  real: number,
  fits: (one: TrueConversation) => boolean,
): boolean {
  const edge = frame.truth.filter((one) => fits(one) && isAtEdge(one, frame));
  const inside = within({ ...frame, truth: edge }).length;
  return got >= real - inside && got <= real + edge.length - inside;
}

/** Puts a fault where it belongs: it counts as said only where the very statement about it is there. */
export function put(report: JobReport, words: string, isSaid: boolean): void {
  (isSaid ? report.said : report.wrong).push(words);
}

/** A conversation as it was shown or written: an undefined value is one that nothing was said of. */
export type Shown = { id: string; created: number | undefined } & Partial<
  Record<(typeof filterRoles)[number], string[]>
>;

const sameList = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((one, i) => one === b[i]);

/** Rows of one conversation are one, with the values of all of them. */
export function joinShown(rows: readonly Shown[]): Map<string, Shown> {
  const byId = new Map<string, Shown>();
  for (const row of rows) {
    const before = byId.get(row.id);
    if (!before) {
      byId.set(row.id, { ...row });
      continue;
    }
    for (const role of filterRoles) {
      const [old, more] = [before[role], row[role]];
      if (old && more) before[role] = plainValues([...old, ...more]);
    }
  }
  return byId;
}

/** The rows of an answer that are in the window, read as the screen reads them, and how many it leaves out. */
export function shownRows(
  rows: readonly Row[],
  { roles }: FieldRoles,
  { window }: Pick<JobFrame, "window">,
): { rows: Shown[]; outside: number } {
  const { id, time } = roles;
  const all = rows.map((row): Shown => {
    const values = filterRoles.flatMap((role) => {
      const field = roles[role]?.field;
      return field && field in row ? [[role, plainValues(row[field])] as const] : [];
    });
    return {
      id: String(row[id?.field ?? ""]),
      created: rowTime(row[time?.shown ?? ""], false, "UTC"),
      ...Object.fromEntries(values),
    };
  });
  const inside = all.filter(({ created }) => created === undefined || (created >= window.from && created < window.to));
  return { rows: inside, outside: all.length - inside.length };
}

export type CellRole = (typeof filterRoles)[number] | "time";

/** How cells differ from the truth, by role. */
export function wrongCells(
  shown: ReadonlyMap<string, Shown>,
  expected: readonly TrueConversation[],
): { role: CellRole; count: number; example: unknown }[] {
  const off = (
    role: CellRole,
    isOff: (one: Shown, own: TrueConversation) => boolean,
    cell: (one: Shown) => unknown,
  ) => {
    const found = expected.filter((own) => {
      const one = shown.get(own.id);
      return one !== undefined && isOff(one, own);
    });
    const [first] = found;
    return first ? [{ role, count: found.length, example: cell(shown.get(first.id) ?? { id: "", created: 0 }) }] : [];
  };
  return [
    ...filterRoles.flatMap((role) =>
      off(
        role,
        (one, own) => one[role] !== undefined && !sameList(one[role] ?? [], own[role]),
        (one) => one[role],
      ),
    ),
    ...off(
      "time",
      ({ created }, own) => created !== undefined && Math.abs(created - own.created) >= 1000,
      ({ created }) => created,
    ),
  ];
}

/** Whether rows come newest first, as far as whole seconds tell. */
export function isNewestFirst(rows: readonly Shown[]): boolean {
  const times = rows.flatMap(({ created }) => (created === undefined ? [] : [Math.floor(created / 1000)]));
  return times.every((ms, place) => place === 0 || ms <= (times[place - 1] ?? ms));
}

/** Says which cells nobody sent, where the answer says so; the rest is wrong. */
export function checkReturned(
  what: string,
  answer: Answer,
  { query }: InsightsQueryRequest,
  { roles }: FieldRoles,
  report: JobReport,
): void {
  if (answer.rows.length === 0) return;
  const named = [
    ...filterRoles.map((role) => [role, roles[role]?.field] as const),
    ["time", roles.time?.shown] as const,
  ];
  for (const [role, field] of named) {
    // A role of another cube is no usual column.
    if (field !== undefined && !query.dimensions?.includes(field)) continue;
    const isThere = field !== undefined && answer.rows.some((row) => field in row);
    // A role without a field is said above everything.
    if (field === undefined) report.said.push(`${what}: no field for ${role}`);
    else if (!isThere) put(report, `${what}: no cells for ${role}`, answer.notReturned.has(field));
    else if (answer.notReturned.has(field)) put(report, `${what}: cells for ${role} said to be missing`, false);
  }
}

/** Whether notes say that times may be hours off. */
export function saysClocks(notes: readonly Sentence[]): boolean {
  return notes.some(({ key }) => key === "dialectClocks");
}
