import { createTranslator, type ICUArgs } from "use-intl/core";
import type { Sentence } from "../../contract/messages/sentence.ts";
import { sentences } from "../../contract/messages/sentences.ts";

export type SentenceKey = keyof typeof sentences;

type Value = string | number | Sentence;

type Values<Key extends SentenceKey> = ICUArgs<
  (typeof sentences)[Key],
  { ICUArgument: Value; ICUNumberArgument: number; ICUDateArgument: never }
>;

type Rest<Key extends SentenceKey> = keyof Values<Key> extends never ? [] : [values: Values<Key>];

const messages: Readonly<Record<string, string>> = sentences;
const english = createTranslator({ locale: "en", messages });

/** A sentence for a person: in English, and by its key for a screen of another language. */
export function sentence<Key extends SentenceKey>(key: Key, ...values: Rest<Key>): Sentence;
export function sentence(key: SentenceKey, values?: Record<string, Value>): Sentence {
  if (!values) return { text: english(key), key };
  const texts = Object.entries(values).map(([name, value]) => [name, typeof value === "object" ? value.text : value]);
  return { text: english(key, Object.fromEntries(texts)), key, values };
}
