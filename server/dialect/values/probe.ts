import { mayBeEstimates } from "../../../contract/checks.ts";
import type { FilterLeaf, InsightsQueryRequest } from "../../../contract/query.ts";
import type { Knowledge } from "../../accounts/knowledge.ts";
import { refusalOf } from "../../twilio/refusals.ts";
import type { Lane } from "../lane.ts";
import { readRow } from "../leave-out.ts";
import { cellOf, numberOf, textOf, valuesOf } from "../local/cells.ts";
import { planQuery } from "../plan.ts";
import type { Shape } from "../shape.ts";
import { boundInstant, type Known } from "../split-filters.ts";
import { translate } from "../translate.ts";
import { otherSpellings, type ValueSpelling } from "./spelling.ts";

/** What is known but for how values are spelled: they are asked for as they stand. */
function unspelled(known: Known): Known {
  return {
    find: (kind, field) => (kind === "value-spelling" ? undefined : known.find(kind, field)),
    findings: () => known.findings().filter(({ kind }) => kind !== "value-spelling"),
  };
}

export type Probing = {
  knowledge: Knowledge;
  shape: Shape;
  lane: Lane;
  /** The request that found too few, whose window is asked in. */
  request: InsightsQueryRequest;
};

/** A count of the window, and what it counts by a field; undefined where it cannot be asked in one plain query. */
async function counted(
  { knowledge, shape, lane, request }: Probing,
  field: string | undefined,
  leaf?: FilterLeaf,
): Promise<ReadonlyMap<string, number> | undefined> {
  const measure = shape.roles.count?.field;
  if (measure === undefined) return undefined;
  const bounds = (request.query.filters ?? []).flatMap(({ expressions }) => expressions.filter(boundInstant));
  const expressions = [...bounds, ...(leaf ? [leaf] : [])];
  const query = {
    measures: [measure],
    ...(field === undefined ? {} : { dimensions: [field] }),
    ...(expressions.length > 0 ? { filters: [{ op: "AND" as const, expressions }] } : {}),
  };
  const { domain } = request;
  const canonical = { ...(domain === undefined ? {} : { domain }), properties: { timezone: "UTC" }, query };
  const plan = planQuery(canonical, field === undefined ? undefined : 1000, unspelled(knowledge), shape);
  const [sent, ...more] = "sent" in plan ? plan.sent : [];
  if (!("sent" in plan) || !sent || more.length + plan.left.length > 0) return undefined;
  const counts = new Map<string, number>();
  try {
    const page = await lane.first(sent);
    for (const bytes of (await translate(plan, page, shape, { knowledge, lane })).rows) {
      const row = readRow(bytes);
      const count = numberOf(row[measure]) ?? 0;
      const names = field === undefined ? [""] : valuesOf(cellOf(row, field)).map(textOf);
      for (const name of new Set(names)) counts.set(name, (counts.get(name) ?? 0) + count);
    }
  } catch (error) {
    // A value that an account refuses is not one that it looks for.
    if (!refusalOf(error)) throw error;
  }
  return counts;
}

/**
 * What came of a look at a value. `taken`: filters find it. `lost`: they do not find what rows have, or not just that.
 * Otherwise the spelling in which they find it; `undefined` as a spelling is the value as rows have it.
 */
export type Verdict = { kind: "taken" } | { kind: "lost" } | { kind: "spelled"; as: ValueSpelling | undefined };

type Asked = {
  field: string;
  value: string;
  /** The spellings in which it was asked for. */
  asked: readonly string[];
};

/**
 * Finds out in which spelling filters take a value that rows have, in at most seven calls.
 *
 * @returns undefined where it cannot be asked, or where the value is not there any more.
 */
export async function lookInto(probing: Probing, { field, value, asked }: Asked): Promise<Verdict | undefined> {
  const count = async (values: readonly string[]) => {
    const op = values.length === 1 ? "EQ" : "IN";
    const counts = await counted(probing, undefined, { op, field, values: [...values] });
    return counts && (counts.get("") ?? 0);
  };
  const shown = async () => (await counted(probing, field))?.get(value);
  const first = await count(asked);
  if (first === undefined) return undefined;
  if (first > 0) {
    const due = await shown();
    if (due === undefined || first === due || mayBeEstimates(first, due)) return { kind: "taken" };
    // What arrives meanwhile is in the later of two counts only.
    if (first > due) return { kind: "lost" };
    return { kind: ((await count(asked)) ?? due) >= due ? "taken" : "lost" };
  }
  const others = [{ name: undefined, written: value }, ...otherSpellings(value)];
  for (const { name, written } of others) {
    if (!asked.includes(written) && ((await count([written])) ?? 0) > 0) return { kind: "spelled", as: name };
  }
  return ((await shown()) ?? 0) > 0 ? { kind: "lost" } : undefined;
}
