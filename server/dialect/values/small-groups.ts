import { mayBeEstimates } from "../../../contract/checks.ts";
import type { Row } from "../../../contract/page.ts";
import type { FilterLeaf, InsightsQueryRequest } from "../../../contract/query.ts";
import type { Knowledge } from "../../accounts/knowledge.ts";
import { keptGroups } from "../count-plan.ts";
import { isUnanswered, shared } from "../lane.ts";
import { readRow } from "../leave-out.ts";
import { cellOf, numberOf, textOf, valuesOf } from "../local/cells.ts";
import { type Answer, askOnce } from "./answer.ts";
import { comparisonsOf } from "./figures.ts";

type AskRows = (request: InsightsQueryRequest) => Promise<readonly Row[] | undefined>;

const mostKept = 40;
/** Counts by the same fields that are looked into; another window has other groups. */
const mostLooks = 3;
/** More values are not excluded in one query. */
const mostValues = 50;
/** So many figures are multiples of the same number by chance only once in a million times. */
const leastFigures = 6;
const leastStep = 5;

/** What those who bundle small groups call them. */
const wordsOfOthers = /^[([_ ]*(?:all )?(?:others?|otros|autres|sonstige|rest|remaining)[)\]_ ]*$/i;

function isWordOfOthers(value: string): boolean {
  return wordsOfOthers.test(value);
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}

type Counts = { request: InsightsQueryRequest; fields: readonly string[]; rows: readonly Row[]; measure: string };

/** Finds accounts that leave small groups out of counts, put them together, or round counts. */
export type SmallGroups = {
  /** @returns whether the plan's request has to be written anew. */
  look(answer: Answer): Promise<boolean>;
  /** Takes groups as they come, which is said: they cannot be counted from rows either. */
  giveUp(): void;
};

/** The fields of a count by values, and its measure; undefined for any other query. */
function countsOf({ plan, rows, shape }: Answer): Counts | undefined {
  const { roles, times, grains } = shape;
  const request = plan.canonical;
  const { measures: [measure, ...more] = [], dimensions = [] } = request.query;
  const isOther = (field: string) => times.has(field) || grains.has(field) || field === roles.id?.field;
  if (measure === undefined || measure !== roles.count?.field || more.length > 0) return undefined;
  if (!roles.id || dimensions.some(isOther) || plan.left.length > 0) return undefined;
  return { request, fields: dimensions, rows: rows.slice(0, 1000).map(readRow), measure };
}

function sumOf({ rows, measure }: Counts, fits: (row: Row) => boolean = () => true): number {
  return rows.reduce((sum, row) => sum + (fits(row) ? (numberOf(row[measure]) ?? 0) : 0), 0);
}

function valuesIn({ rows }: Counts, field: string): string[] {
  return [...new Set(rows.flatMap((row) => valuesOf(cellOf(row, field)).map(textOf)))].filter((value) => value !== "");
}

function filtered(
  { request }: Counts,
  query: InsightsQueryRequest["query"],
  leaves: FilterLeaf[],
): InsightsQueryRequest {
  const groups = request.query.filters ?? [];
  const filters = [...groups, { op: "AND" as const, expressions: leaves }];
  return { ...request, query: { ...query, filters } };
}

/** Whether more conversations have a value everywhere than the groups that have one hold. */
async function lacksGroups(counts: Counts, ask: AskRows): Promise<boolean> {
  const known = counts.fields.map((field) => ({ field, values: valuesIn(counts, field) }));
  const some = known.filter(({ values }) => values.length > 0 && values.length <= mostValues);
  if (some.length === 0) return false;
  const leaves = some.map(({ field, values }): FilterLeaf => ({ op: "IN", field, values }));
  const rows = await ask(filtered(counts, { measures: [counts.measure] }, leaves));
  const count = rows && numberOf(rows[0]?.[counts.measure]);
  const due = sumOf(counts, (row) => some.every(({ field }) => valuesOf(cellOf(row, field)).length > 0));
  return count !== undefined && count > due && !mayBeEstimates(due, count);
}

/** Whether rows have values that no group has. */
async function lacksValues(counts: Counts, id: string, ask: AskRows): Promise<boolean> {
  const [field = "", ...others] = counts.fields;
  const values = valuesIn(counts, field);
  if (others.length > 0 || values.length === 0 || values.length > mostValues) return false;
  const leaves = values.map((value): FilterLeaf => ({ op: "NE", field, values: [value] }));
  const rows = await ask(filtered(counts, { dimensions: [id, field] }, leaves));
  const known = new Set(values);
  return (rows ?? []).some((row) => valuesOf(cellOf(row, field)).some((one) => one !== "" && !known.has(textOf(one))));
}

/** Whether groups of whole lists, which no conversation shares, hold more than there are: small ones may be rounded up. */
function exceeds(counts: Counts, total: number): boolean {
  const hasLists = counts.rows.some((row) => counts.fields.some((field) => Array.isArray(cellOf(row, field))));
  const sum = sumOf(counts);
  return hasLists && sum > total && !mayBeEstimates(sum, total);
}

/** Whether a group has no number: `<5`, `*` or nothing may stand for a small one. */
function hasUnreadable({ fields, rows, measure }: Counts): boolean {
  const numberIn = (cell: unknown) => numberOf(typeof cell === "string" ? cell.trim() : cell);
  return fields.length > 0 && rows.some((row) => numberIn(row[measure]) === undefined);
}

/** Whether a word for the rest of them all is no value: its group has conversations, and a filter finds none of them. */
async function hasBundle(counts: Counts, ask: AskRows): Promise<boolean> {
  for (const field of counts.fields) {
    const word = valuesIn(counts, field).find(isWordOfOthers);
    if (word === undefined) continue;
    const leaf: FilterLeaf = { op: "IN", field, values: [word] };
    const rows = await ask(filtered(counts, { measures: [counts.measure] }, [leaf]));
    return rows !== undefined && (numberOf(rows[0]?.[counts.measure]) ?? 0) === 0;
  }
  return false;
}

export function smallGroups(knowledge: Knowledge): SmallGroups {
  const totals = new Map<string, number>();
  const open = new Map<string, Counts>();
  const looks = new Map<string, number>();

  function keep<Value>(all: Map<string, Value>, name: string, value: Value): void {
    all.set(name, value);
    const [oldest] = all.keys();
    if (all.size > mostKept && oldest !== undefined) all.delete(oldest);
  }

  /** Learns that counts are rounded where they have one divisor. */
  function learnStep(counts: Counts, total: number): boolean {
    const all = [total, ...counts.rows.map((row) => numberOf(row[counts.measure]) ?? 0)];
    const figures = all.filter((one) => one > 0);
    const step = figures.reduce(divisor, 0);
    // A group of nobody would not come: it was rounded away.
    const isTelling = figures.length >= (all.includes(0) ? 2 : leastFigures);
    if (!isTelling || step < leastStep) return false;
    knowledge.learn({ kind: "count-step", most: step, how: "seen" });
    return true;
  }

  async function compare(counts: Counts, total: number, id: string, ask: AskRows): Promise<boolean> {
    const isSame = sumOf(counts) === total;
    const isOdd = !isSame || counts.rows.some((row) => numberOf(row[counts.measure]) === 0);
    if (isOdd && !knowledge.find("count-step") && learnStep(counts, total)) return true;
    if (knowledge.find("count-step")) return false;
    const name = JSON.stringify(counts.fields);
    const times = looks.get(name) ?? 0;
    if (
      times >= mostLooks ||
      (isSame && !counts.fields.some((field) => valuesIn(counts, field).some(isWordOfOthers)))
    ) {
      return false;
    }
    looks.set(name, times + 1);
    const isBundled =
      exceeds(counts, total) ||
      (await hasBundle(counts, ask)) ||
      (!isSame && ((await lacksGroups(counts, ask)) || (await lacksValues(counts, id, ask))));
    if (isBundled) knowledge.learn({ kind: "small-groups", how: "seen" });
    return isBundled;
  }

  return {
    giveUp: () => knowledge.learn({ kind: "small-groups", value: keptGroups, how: "seen" }),
    async look(answer) {
      const { shape } = answer;
      // Not the asker's calls: what is looked into once is looked into to its end, also when the asker has gone.
      const ask: AskRows = (request) => askOnce(request, { ...answer, lane: shared(answer.lane) });
      const counts = countsOf(answer);
      if (!counts || knowledge.find("small-groups") || !comparisonsOf(counts.request)) return false;
      if (hasUnreadable(counts)) {
        knowledge.learn({ kind: "small-groups", how: "seen" });
        return true;
      }
      const id = shape.roles.id?.field ?? "";
      const window = JSON.stringify(counts.request.query.filters ?? []);
      const name = JSON.stringify([window, counts.fields]);
      try {
        // What has further pages is not added up.
        if (!answer.isEnd) return false;
        if (counts.fields.length > 0) {
          const total = totals.get(window);
          if (total !== undefined) return await compare(counts, total, id, ask);
          keep(open, name, counts);
          return false;
        }
        const total = sumOf(counts);
        keep(totals, window, total);
        for (const [key, one] of open) {
          if (JSON.stringify(one.request.query.filters ?? []) !== window) continue;
          await compare(one, total, id, ask);
          // What could not be compared waits for the next total.
          open.delete(key);
        }
      } catch (error) {
        // Where it cannot be found out now, the answer stands as it came.
        if (!isUnanswered(error)) throw error;
      }
      return false;
    },
  };
}
