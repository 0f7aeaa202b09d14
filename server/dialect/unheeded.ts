import type { Row } from "../../contract/page.ts";
import type { FilterLeaf, InsightsQueryRequest, OrderBy } from "../../contract/query.ts";
import type { Knowledge } from "../accounts/knowledge.ts";
import { jsonScanner } from "../json/json-scan.ts";
import { rowSpans } from "../json/row-spans.ts";
import { grainLength } from "./answer/grain-length.ts";
import type { Learned } from "./learned.ts";
import { readRow } from "./leave-out.ts";
import { cellOf, numberOf, textOf, valuesOf } from "./local/cells.ts";
import type { Plan } from "./plan.ts";
import type { Shape } from "./shape.ts";
import { boundInstant, leavesIn, leavesOf, windowOf } from "./split-filters.ts";
import { readMicros } from "./time/instant.ts";

/** The rows show that the account does not heed a part of the request, so that it has to be written anew. */
class Unheeded extends Error {
  override readonly name = "Unheeded";
}

/**
 * Remembers what is not heeded.
 *
 * @throws Unheeded where there is something, for {@link unlessUnheeded}.
 */
export function learnUnheeded(knowledge: Pick<Knowledge, "learn">, found: readonly Learned[]): void {
  for (const { how = "seen", ...finding } of found) knowledge.learn({ ...finding, how });
  if (found.length > 0) writeAnew();
}

/** @throws Unheeded for {@link unlessUnheeded}: more is known than when the request was written. */
export function writeAnew(): never {
  throw new Unheeded();
}

/** A page, or undefined where its request is to be written anew. */
export async function unlessUnheeded<Page>(page: Promise<Page>): Promise<Page | undefined> {
  try {
    return await page;
  } catch (error) {
    if (error instanceof Unheeded) return undefined;
    throw error;
  }
}

/** Rows at the beginning of an answer that are looked at: what is not heeded shows in any of them. */
const looked = 60;

/** Two times nearer than this may have been put in order by their minutes. */
const orderSlackMs = 60_000;
/** A filter that is read in another zone is off by less; one that is ignored mostly by more. */
const zoneSlackMs = 26 * 3_600_000;

const plain = (value: unknown) => textOf(value).normalize("NFC").trim().toLowerCase();

/** Whether a cell can be the reason why a row is there: an account may look for a part of a text, or without its case. */
function mayFit(cell: unknown, values: readonly string[]): boolean {
  return valuesOf(cell).some((member) => values.some((value) => plain(member).includes(plain(value))));
}

/** Whether a row has nothing but what it must not have. Of lists, an account may look at one member alone. */
function isExcluded(cell: unknown, values: readonly string[]): boolean {
  const members = valuesOf(cell);
  return members.length > 0 && members.every((member) => values.some((value) => plain(member) === plain(value)));
}

/**
 * Whether rows show that a comparison was not looked at. An account that gives a conversation several rows may look at
 * the conversation, so that one of its rows has to fit, and the last one's may go on behind what is looked at.
 */
function isUnheeded({ op, field, values = [] }: FilterLeaf, rows: readonly Row[], { roles }: Shape): boolean {
  const cells = rows.map((row) => ({ id: cellOf(row, roles.id?.field ?? ""), cell: cellOf(row, field) }));
  const some = cells.filter(({ cell }) => valuesOf(cell).some((value) => value !== "" && value !== null));
  if (op === "NE") return some.some(({ cell }) => isExcluded(cell, values));
  if (op !== "EQ" && op !== "IN") return false;
  const isOne = field === roles.status?.field;
  const last = cells.at(-1)?.id;
  const fitting = new Set(some.filter(({ cell }) => mayFit(cell, values)).map(({ id }) => id));
  return some.some(({ id, cell }) => {
    if (mayFit(cell, values)) return false;
    if (Array.isArray(cell)) return true;
    return id === undefined ? isOne : id !== last && !fitting.has(id);
  });
}

/** The time that a query filters by and whose bounds its rows show to be ignored. */
function ignoredWindow(request: InsightsQueryRequest, rows: readonly Row[], { roles, grains }: Shape): string[] {
  const window = windowOf(request);
  if (!window || window.field !== roles.time?.field) return [];
  const { dimensions = [] } = request.query;
  const shown = [roles.time.shown, window.field, ...dimensions.filter((field) => grains.get(field) === window.field)];
  const field = dimensions.find((name) => shown.includes(name));
  if (field === undefined) return [];
  const length = grains.has(field) ? (grainLength(field)?.ms ?? Number.POSITIVE_INFINITY) : 0;
  const times = rows.flatMap((row) => {
    const micros = readMicros(cellOf(row, field));
    // Databases write no time as the beginning of 1970.
    return micros === undefined || micros === 0 ? [] : [micros / 1000];
  });
  const outside = times.filter(
    (ms) => ms > window.to + length + zoneSlackMs || ms + length < window.from - zoneSlackMs,
  );
  return outside.length > 1 && outside.length > times.length / 10 ? [window.field] : [];
}

type Key = number | string;

/** How often a value comes again behind others. */
function returns(keys: readonly Key[]): number {
  const changes = keys.filter((key, place) => place > 0 && key !== keys[place - 1]).length;
  return changes + 1 - new Set(keys).size;
}

/** Whether keys come one after another in an order that is not the one asked for, whatever collation an account has. */
function isDisordered(keys: readonly Key[], direction: OrderBy["direction"], slack: number): boolean {
  const sign = direction === "DESC" ? -1 : 1;
  const steps = keys.slice(1).map((key, place) => [keys[place] ?? key, key] as const);
  const numbers = steps.filter((step): step is [number, number] => step.every((key) => typeof key === "number"));
  if (numbers.length === steps.length) {
    const wrong = numbers.map(([a, b]) => sign * (a - b)).filter((step) => step > slack);
    // Where clocks are set back, an account that sorts by what they show has one such step, of an hour.
    return wrong.length > 1 || wrong.some((step) => step > slack * 120);
  }
  // With and without regard to case: an account may do either.
  if (returns(keys) > 1 && returns(keys.map(plain)) > 1) return true;
  const changes = steps.filter(([a, b]) => a !== b).map(([a, b]) => [String(a), String(b)] as const);
  const isAgainst = ([a, b]: readonly [string, string]) => sign * (a < b ? -1 : 1) > 0 && sign * a.localeCompare(b) > 0;
  return changes.length > 2 && changes.every(isAgainst);
}

function keyOf(cell: unknown, isTime: boolean, isMeasure: boolean): Key | undefined {
  if (cell === undefined || cell === null || cell === "") return undefined;
  if (typeof cell === "number") return cell;
  if (!isTime) return (isMeasure ? numberOf(cell) : undefined) ?? textOf(cell);
  const micros = readMicros(cell);
  return micros === undefined ? undefined : micros / 1000;
}

function keysOf(rows: readonly Buffer[], field: string, isTime: boolean, isMeasure: boolean): Key[] {
  const spans = rowSpans([field]);
  return rows.flatMap((row): Key[] => {
    spans.read(row, jsonScanner(row), 0);
    const [from = -1, to = -1] = [spans.from[0], spans.to[0]];
    const key = keyOf(from < 0 ? undefined : JSON.parse(row.toString("utf8", from, to)), isTime, isMeasure);
    return key === undefined ? [] : [key];
  });
}

/** The field that rows were to be put in order by first and are not; none where they are. */
export function ignoredOrder({ query }: InsightsQueryRequest, rows: readonly Buffer[], shape: Shape): string[] {
  const [first] = query.orderBy ?? [];
  const isMeasure = first !== undefined && (query.measures ?? []).includes(first.field);
  if (!first || !(isMeasure || query.dimensions?.includes(first.field))) return [];
  const isTime = shape.times.has(first.field) || shape.grains.has(first.field);
  const keys = keysOf(rows, first.field, isTime, isMeasure);
  return isDisordered(keys, first.direction, isTime ? orderSlackMs : 0) ? [first.field] : [];
}

/**
 * What an account takes without a word and does not heed: filters that rows do not fit, an order that rows are not in.
 * Nothing is asked to find it out; what the rows do not have cannot show.
 *
 * @param rows the first rows of the answer to the plan's first query, in the one form, before any are left out.
 */
export function unheeded({ canonical, sent, left }: Plan, rows: readonly Buffer[], shape: Shape): Learned[] {
  const [first] = sent;
  if (!first || rows.length === 0) return [];
  const { query } = first.request;
  const own = new Set(leavesIn(left));
  const groups = (canonical.query.filters ?? []).filter(
    ({ op, expressions }) => op !== "OR" || expressions.length === 1,
  );
  const compared = leavesIn(groups).filter((leaf) => !own.has(leaf) && !boundInstant(leaf));
  const isOrdered = (query.orderBy ?? []).length > 0;
  const bounds = leavesOf(canonical).filter((leaf) => boundInstant(leaf));
  if (compared.length + bounds.length === 0 && !isOrdered) return [];
  const read = rows.slice(0, looked).map(readRow);
  const ignored = compared.filter((leaf) => isUnheeded(leaf, read, shape));
  const isCutHere = bounds.some((leaf) => own.has(leaf));
  return [
    ...new Map(
      ignored.map(({ op, field }): [string, Learned] =>
        op === "NE" ? ["NE", { kind: "no-ne", how: "seen" }] : [field, { kind: "no-filter", field, how: "seen" }],
      ),
    ).values(),
    ...(isCutHere ? [] : ignoredWindow(canonical, read, shape)).map((field): Learned => {
      return { kind: "no-filter", field, how: "seen" };
    }),
    ...ignoredOrder(first.request, rows, shape).map((field): Learned => ({ kind: "no-order-by", field, how: "seen" })),
  ];
}
