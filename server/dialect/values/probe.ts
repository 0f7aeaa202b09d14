import type { FindingKind } from "../../../contract/findings.ts";
import type { Row } from "../../../contract/page.ts";
import type { FilterLeaf, InsightsQueryRequest, QueryDefinition } from "../../../contract/query.ts";
import { refusalOf } from "../../twilio/refusals.ts";
import { cellOf, numberOf, textOf, valuesOf } from "../local/cells.ts";
import { boundInstant, type Known } from "../split-filters.ts";
import { type Asking, askOnce, mostRows } from "./answer.ts";
import { otherSpellings, type ValueSpelling } from "./spelling.ts";

/** What is known, but for what is left open here: values are asked for as they stand, and groups as they come. */
function asTheyStand(known: Known): Known {
  const isLeft = (kind: FindingKind) => kind === "value-spelling" || kind === "small-groups";
  return {
    find: (kind, field) => (isLeft(kind) ? undefined : known.find(kind, field)),
    findings: () => known.findings().filter(({ kind }) => !isLeft(kind)),
  };
}

/** Questions about a value. `of` is the request that found too few or too many, in whose window it is asked. */
export type Probing = Asking & { of: InsightsQueryRequest };

type Query = Pick<QueryDefinition, "dimensions" | "measures">;

/** The rows of a query in the window; none where the value is refused, undefined where it cannot be asked at once. */
async function rowsOf(probing: Probing, query: Query, leaf?: FilterLeaf): Promise<Row[] | undefined> {
  const { knowledge, of } = probing;
  const bounds = (of.query.filters ?? []).flatMap(({ expressions }) => expressions.filter(boundInstant));
  const expressions = [...bounds, ...(leaf ? [leaf] : [])];
  const filters = expressions.length > 0 ? { filters: [{ op: "AND" as const, expressions }] } : {};
  const around = { ...(of.domain === undefined ? {} : { domain: of.domain }), properties: { timezone: "UTC" } };
  try {
    return await askOnce({ ...around, query: { ...query, ...filters } }, probing, asTheyStand(knowledge));
  } catch (error) {
    // A value that an account refuses is not one that it looks for.
    if (refusalOf(error)) return [];
    throw error;
  }
}

const membersOf = (row: Row, field: string) => valuesOf(cellOf(row, field)).map(textOf);

/**
 * Whether rows that a filter finds are others than those that have its value: conversations without it, or only those of
 * which it is all that they have, although some have more.
 */
function isAnother(
  rows: readonly Row[],
  { field, value }: Pick<Asked, "field" | "value">,
  id: string,
  isList: boolean,
) {
  const having = new Set(rows.filter((row) => membersOf(row, field).includes(value)).map((row) => row[id]));
  // Behind a full page, further rows of the last conversation may follow.
  const last = rows.length < mostRows ? undefined : rows.at(-1)?.[id];
  const isForeign = rows.some((row) => row[id] !== last && membersOf(row, field).length > 0 && !having.has(row[id]));
  return isForeign || (isList && rows.every((row) => membersOf(row, field).length < 2));
}

/**
 * What came of a look at a value. `taken`: filters find it. `lost`: they do not find what rows have, or not just that.
 * `bundle`: it is the account’s word for several values.
 * Otherwise the spelling in which they find it; `undefined` as a spelling is the value as rows have it.
 */
export type Verdict = { kind: "taken" | "lost" | "bundle" } | { kind: "spelled"; as: ValueSpelling | undefined };

type Asked = {
  field: string;
  value: string;
  /** The spellings in which it was asked for. */
  asked: readonly string[];
  /** Whether a row of a list has it, so that it is a value and no word for several. */
  isInRows: boolean;
};

const mostSpellings = 3;

/**
 * Finds out in which spelling filters take a value that rows have, in at most seven calls, mostly two or three.
 *
 * @returns undefined where it cannot be asked, or where the value is not there any more.
 */
export async function lookInto(
  probing: Probing,
  { field, value, asked, isInRows }: Asked,
): Promise<Verdict | undefined> {
  const { id, count: measure } = probing.shape.roles;
  if (!id || !measure) return undefined;
  const leafOf = (values: readonly string[]): FilterLeaf => {
    return { op: values.length === 1 ? "EQ" : "IN", field, values: [...values] };
  };
  const count = async (values: readonly string[]) => {
    const rows = await rowsOf(probing, { measures: [measure.field] }, leafOf(values));
    return rows && (numberOf(rows[0]?.[measure.field]) ?? 0);
  };
  const groupsOf = async () => {
    const groups = (await rowsOf(probing, { dimensions: [field], measures: [measure.field] })) ?? [];
    return groups.map((row) => ({ members: membersOf(row, field), count: numberOf(row[measure.field]) ?? 0 }));
  };
  const found = async () => await rowsOf(probing, { dimensions: [id.field, field] }, leafOf(asked));
  const first = await count(asked);
  if (first === undefined) return undefined;
  if (first > 0) {
    const groups = (await groupsOf()).filter(({ members }) => members.includes(value));
    const due = groups.reduce((sum, group) => sum + group.count, 0);
    if (first === due || groups.length === 0) return { kind: "taken" };
    // Counts may be estimates, or hide some: the rows tell.
    const isList = groups.some(({ members }) => members.length > 1);
    return { kind: isAnother((await found()) ?? [], { field, value }, id.field, isList) ? "lost" : "taken" };
  }
  const others = [{ name: undefined, written: value }, ...otherSpellings(value)];
  for (const { name, written } of others.filter((one) => !asked.includes(one.written)).slice(0, mostSpellings)) {
    if (((await count([written])) ?? 0) > 0) return { kind: "spelled", as: name };
  }
  const groups = await groupsOf();
  if (!groups.some(({ members, count: all }) => members.includes(value) && all > 0)) return undefined;
  // A count may be rounded away.
  if (((await found()) ?? []).length > 0) return { kind: "taken" };
  const [most] = groups.toSorted((a, b) => b.count - a.count).filter(({ members }) => !members.includes(value));
  const [another] = isInRows ? [] : (most?.members ?? []);
  return { kind: another !== undefined && ((await count([another])) ?? 0) > 0 ? "bundle" : "lost" };
}
