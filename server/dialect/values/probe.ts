import { mayBeEstimates } from "../../../contract/checks.ts";
import type { FilterLeaf, InsightsQueryRequest } from "../../../contract/query.ts";
import { refusalOf } from "../../twilio/refusals.ts";
import { cellOf, numberOf, textOf, valuesOf } from "../local/cells.ts";
import { boundInstant, type Known } from "../split-filters.ts";
import { type Asking, askOnce } from "./answer.ts";
import { otherSpellings, type ValueSpelling } from "./spelling.ts";

/** What is known but for how values are spelled: they are asked for as they stand. */
function unspelled(known: Known): Known {
  return {
    find: (kind, field) => (kind === "value-spelling" ? undefined : known.find(kind, field)),
    findings: () => known.findings().filter(({ kind }) => kind !== "value-spelling"),
  };
}

/** Questions about a value. `of` is the request that found too few or too many, in whose window it is asked. */
export type Probing = Asking & { of: InsightsQueryRequest };

/** What the window has by a field, or in all; undefined where that cannot be asked in one plain query. */
async function counted(
  probing: Probing,
  field: string | undefined,
  leaf?: FilterLeaf,
): Promise<ReadonlyMap<string, number> | undefined> {
  const { knowledge, shape, of } = probing;
  const measure = shape.roles.count?.field;
  if (measure === undefined) return undefined;
  const bounds = (of.query.filters ?? []).flatMap(({ expressions }) => expressions.filter(boundInstant));
  const expressions = [...bounds, ...(leaf ? [leaf] : [])];
  const query = {
    measures: [measure],
    ...(field === undefined ? {} : { dimensions: [field] }),
    ...(expressions.length > 0 ? { filters: [{ op: "AND" as const, expressions }] } : {}),
  };
  const around = { ...(of.domain === undefined ? {} : { domain: of.domain }), properties: { timezone: "UTC" } };
  const counts = new Map<string, number>();
  try {
    const rows = await askOnce({ ...around, query }, probing, unspelled(knowledge));
    if (!rows) return undefined;
    for (const row of rows) {
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
