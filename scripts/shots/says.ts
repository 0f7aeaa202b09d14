import { en } from "../../client/words/en.ts";
import { later } from "../../client/words/en-later.ts";
import { es } from "../../client/words/es.ts";
import type { Language, t } from "../../client/words/words.ts";

/** A sentence of the screen, by its key in the catalogues. */
export type Key = Parameters<typeof t>[0];

const catalogues: Record<Language, unknown> = { en: { ...en, ...later }, es };

function textOf(language: Language, key: Key): string {
  let found: unknown = catalogues[language];
  for (const name of key.split("."))
    found = found instanceof Object ? Object.entries(found).find(([own]) => own === name)?.[1] : found;
  if (typeof found !== "string") throw new Error(`No text has the key ${key}.`);
  return found;
}

/** What a screen says, as a pattern: whatever stands for an argument may be anything. */
function pattern(text: string): string {
  const pieces = text.split(/\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/);
  return pieces.map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join(".*");
}

/** The whole of what is said by a key, or with `begins` its beginning. */
export type Says = (key: Key, as?: "whole" | "begins") => RegExp;

/** What the screen says in a language, so that a state is reached in each by the same steps. */
export function saysIn(language: Language): Says {
  return (key, as = "whole") => new RegExp(`^${pattern(textOf(language, key))}${as === "whole" ? "$" : ""}`);
}
