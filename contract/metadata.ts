import { z } from "zod";

const fieldSchema = z.looseObject({
  name: z.string().min(1),
  description: z.string().nullish(),
  type: z.string().nullish(),
});

export const measureSchema = fieldSchema.extend({ aggregation: z.string().nullish() });
export const dimensionSchema = fieldSchema;

/** A cube: measures and dimensions that can be queried together. */
export const cubeSchema = z.looseObject({
  name: z.string().min(1),
  description: z.string().nullish(),
  measures: z.array(measureSchema).default([]),
  dimensions: z.array(dimensionSchema).default([]),
});

/** What the account can be asked for: Twilio's Metadata. The only source of field names in Earshot. */
export const metadataSchema = z.looseObject({
  domain: z.string().nullish(),
  cubes: z.array(cubeSchema),
});

export type Measure = z.infer<typeof measureSchema>;
export type Dimension = z.infer<typeof dimensionSchema>;
export type Cube = z.infer<typeof cubeSchema>;
export type Metadata = z.infer<typeof metadataSchema>;
