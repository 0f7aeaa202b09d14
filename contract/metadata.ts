import * as z from "zod/mini";

const said = z.catch(z.nullish(z.string()), undefined);

/**
 * A list of named things. Twilio's document requires nothing of it: without a list there are none, what cannot be read
 * costs itself alone, and of several with the same name the first one counts.
 */
function listOf<Item extends { name: string }>(item: z.ZodMiniType<Item>): z.ZodMiniType<Item[]> {
  return z.pipe(
    z.catch(z.array(z.unknown()), []),
    z.transform((items) => {
      const byName = new Map<string, Item>();
      for (const one of items) {
        const { data } = item.safeParse(one);
        if (data && !byName.has(data.name)) byName.set(data.name, data);
      }
      return [...byName.values()];
    }),
  );
}

const fieldSchema = z.looseObject({ name: z.string().check(z.minLength(1)), description: said, type: said });

export const measureSchema = z.extend(fieldSchema, { aggregation: said });
export const dimensionSchema = fieldSchema;

/** A cube: measures and dimensions that can be queried together. */
export const cubeSchema = z.looseObject({
  name: z.string().check(z.minLength(1)),
  description: said,
  measures: listOf(measureSchema),
  dimensions: listOf(dimensionSchema),
});

/** What the account can be asked for: Twilio's Metadata. The only source of field names in Earshot. */
export const metadataSchema = z.looseObject({ domain: said, cubes: listOf(cubeSchema) });

export type Measure = z.infer<typeof measureSchema>;
export type Dimension = z.infer<typeof dimensionSchema>;
export type Cube = z.infer<typeof cubeSchema>;
export type Metadata = z.infer<typeof metadataSchema>;

/** The metadata without the fields that the account's API lists and refuses: they are as if it did not list them. */
export function withoutRefused(metadata: Metadata, refused: readonly string[]): Metadata {
  if (refused.length === 0) return metadata;
  const isTaken = ({ name }: Dimension | Measure) => !refused.includes(name);
  const cubes = metadata.cubes.map((cube) => ({
    ...cube,
    measures: cube.measures.filter(isTaken),
    dimensions: cube.dimensions.filter(isTaken),
  }));
  return { ...metadata, cubes };
}
