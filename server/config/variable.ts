import { z } from "zod";

/** What a person is told of a variable: the words of the README's table, and a value as `.env.example` shows it. */
export type Facts = {
  about: string;
  /** What holds where it is unset, as it would be written. */
  usual?: string;
  example?: string;
};

/** What is told of each variable's schema. */
export const factsOf = z.registry<Facts>();

/** What is wrong with a text, in words that go on behind the variable's name and never quote the text. */
export class Fault {
  readonly words: string;
  constructor(words: string) {
    this.words = words;
  }
}

/** Reads what a variable holds. */
export type Read<Value> = (text: string) => Value | Fault;

/** Without the white space around it, which copying brings along. Empty is unset, as compose files write it. */
const written = z
  .string()
  .optional()
  .transform((text) => text?.trim() || undefined);

function readInto<Value>(text: string, read: Read<Value>, context: z.RefinementCtx): Value {
  const value = read(text);
  if (!(value instanceof Fault)) return value;
  context.addIssue({ code: "custom", message: value.words });
  return z.NEVER;
}

/** A variable that may be unset, and is undefined then. */
export function optional<Value>(facts: Facts, read: Read<Value>) {
  return written
    .transform((text, context) => (text === undefined ? undefined : readInto(text, read, context)))
    .register(factsOf, facts);
}

/** A variable that has its usual value where it is unset. */
export function preset<Value>(facts: Facts & { usual: string }, read: Read<Value>) {
  return written.transform((text, context) => readInto(text ?? facts.usual, read, context)).register(factsOf, facts);
}
