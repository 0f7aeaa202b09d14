import { grains as knownGrains, splitGrain } from "../../contract/field-words.ts";
import { earshotProblem, type ProblemError } from "../messages/problem.ts";
import { sentence } from "../messages/sentence.ts";
import type { WirePage } from "../twilio/read-page.ts";
import type { CountPlan } from "./count-plan.ts";
import { mustBeReturned } from "./leave-out.ts";
import { counter, TooManyError } from "./local/counter.ts";
import { ordered } from "./local/ordered.ts";
import { predicate } from "./local/predicate.ts";
import { onePage } from "./one-page.ts";
import type { Shape } from "./shape.ts";
import { mostCounted, type Table } from "./tables.ts";

/** More would have to be read to count them than is read. */
export function tooMany(): ProblemError {
  return earshotProblem("notCountable", sentence("dialectTooMany", { most: mostCounted }));
}

/** Counts conversations from rows as the account's own count would: one page with every group, and how it was made. */
export function countRows({ canonical, left, why }: CountPlan, table: Table, shape: Shape): WirePage {
  const { query, properties } = canonical;
  const { rows, calls, lost } = table;
  const { id, time, count } = shape.roles;
  const zone = properties?.timezone ?? "UTC";
  const grains = Object.fromEntries(
    (query.dimensions ?? []).flatMap((field) => {
      const grain = knownGrains.find((one) => time?.grains[one] === field || one === splitGrain(field).grain);
      return shape.grains.has(field) && grain && time ? [[field, { time: time.shown, grain, zone }] as const] : [];
    }),
  );
  if (rows.length > 0) mustBeReturned(left, table.notReturned);
  const fits = predicate(left, shape.times);
  const tally = counter({
    dimensions: query.dimensions ?? [],
    count: count?.field ?? "",
    grains,
    id: id?.field ?? "",
  });
  const all = new Set<unknown>();
  try {
    for (const row of rows) {
      all.add(row[id?.field ?? ""]);
      if (fits(row)) tally.add(row);
    }
  } catch (error) {
    if (!(error instanceof TooManyError)) throw error;
    throw tooMany();
  }
  const kinds = { times: shape.times, numbers: new Set(query.measures) };
  const groups = ordered(tally.rows(), query.orderBy ?? [], kinds);
  // What came in no row is not the same as what is not set.
  const notReturned = (query.dimensions ?? []).filter((field) =>
    table.notReturned.includes(grains[field]?.time ?? field),
  );
  return onePage(groups, sentence("dialectCounted", { rows: all.size, calls, why }), { notReturned, lost });
}
