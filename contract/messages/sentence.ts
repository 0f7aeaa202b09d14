import * as z from "zod/mini";

/** A value in a sentence: a text, a number that the reader's locale writes, or a sentence of its own. */
type SentenceValue = string | number | Sentence;

/**
 * A sentence that the server says. `text` is its English. `key` and `values` name the same sentence in
 * {@link sentences}, so that a screen can say it in its own language; without them, or with a key that the screen does
 * not know, the English stands.
 */
export type Sentence = {
  text: string;
  key?: string | undefined;
  values?: Record<string, SentenceValue> | undefined;
};

const valueSchema: z.ZodMiniType<SentenceValue> = z.lazy(() => z.union([z.string(), z.number(), keyedSchema]));

/** What names a sentence in the catalogue. What cannot be read counts as missing: the English is there as well. */
export const sentenceKeyShape = {
  key: z.catch(z.optional(z.string()), undefined),
  values: z.catch(z.optional(z.record(z.string(), valueSchema)), undefined),
};

const keyedSchema: z.ZodMiniType<Sentence> = z.object({ text: z.string(), ...sentenceKeyShape });

/** A sentence. A plain text, as manifests had it before sentences had keys, is one without a key. */
export const sentenceSchema: z.ZodMiniType<Sentence> = z.union([
  z.pipe(
    z.string(),
    z.transform((text): Sentence => ({ text })),
  ),
  keyedSchema,
]);
