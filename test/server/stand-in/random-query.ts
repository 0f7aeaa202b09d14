import fc from "fast-check";
import type { Metadata } from "../../../contract/metadata.ts";
import type { Row } from "../../../contract/page.ts";
import type { FilterGroup, InsightsQueryRequest } from "../../../contract/query.ts";
import { words } from "./support.ts";

export const zones = [
  "UTC",
  "Europe/Berlin",
  "America/New_York",
  "America/Sao_Paulo",
  "Asia/Kathmandu",
  "Pacific/Kiritimati",
];

/** Values that a field really has in some rows, and one that it never has. */
function valuePool(rows: readonly Row[], field: string): string[] {
  const all = rows.flatMap((row) => words(row[field]));
  return [...new Set(all), ...(all.length > 0 && /^\d{4}-\d\d-\d\dT/.test(all[0] ?? "") ? [] : ["0"])];
}

function some<T>(values: readonly T[], most: number, least = 0): fc.Arbitrary<T[]> {
  return fc.subarray([...values], { minLength: least, maxLength: Math.min(most, values.length) });
}

/** Queries over fields of an account, with filters whose values come from its rows. */
export function randomRequest(
  fields: { dimensions: readonly string[]; measures: readonly string[] },
  filterable: Readonly<Record<string, readonly string[]>>,
): fc.Arbitrary<InsightsQueryRequest> {
  const leaf = fc.constantFrom(...Object.keys(filterable)).chain((field) =>
    fc.record({
      op: fc.constantFrom("EQ" as const, "NE" as const, "IN" as const),
      field: fc.constant(field),
      values: some(filterable[field] ?? [], 5, 1),
    }),
  );
  const group: fc.Arbitrary<FilterGroup> = fc.record(
    { op: fc.constantFrom("AND" as const, "OR" as const), expressions: fc.array(leaf, { minLength: 1, maxLength: 3 }) },
    { requiredKeys: ["expressions"] },
  );
  return fc
    .record({
      dimensions: some(fields.dimensions, 6),
      measures: some(fields.measures, 3),
    })
    .filter(({ dimensions, measures }) => dimensions.length + measures.length > 0)
    .chain(({ dimensions, measures }) =>
      fc.record({
        query: fc.record({
          dimensions: fc.constant(dimensions),
          measures: fc.constant(measures),
          filters: fc.array(group, { maxLength: 2 }),
          orderBy: fc
            .shuffledSubarray([...dimensions, ...measures], {
              maxLength: Math.min(3, dimensions.length + measures.length),
            })
            .chain((names) =>
              fc.tuple(
                ...names.map((field) =>
                  fc.record({ field: fc.constant(field), direction: fc.constantFrom("ASC" as const, "DESC" as const) }),
                ),
              ),
            ),
        }),
        properties: fc.record({ timezone: fc.constantFrom(...zones) }),
      }),
    );
}

/** The names of a catalogue, and the values its short-valued fields have. */
export function fieldsOf(metadata: Metadata, rows: readonly Row[]) {
  const dimensions = metadata.cubes.flatMap((cube) => cube.dimensions.map((one) => one.name));
  const measures = metadata.cubes.flatMap((cube) => cube.measures.map((one) => one.name));
  const filterable = Object.fromEntries(
    dimensions.map((name) => [name, valuePool(rows, name)] as const).filter(([, pool]) => pool.length > 0),
  );
  return { fields: { dimensions, measures }, filterable };
}
