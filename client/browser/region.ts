import * as z from "zod/mini";
import { keep, readKept } from "./storage.ts";

/** Days that weeks begin on somewhere, as JavaScript counts them: Sunday is 0. */
export const weekStarts = ["1", "0", "6"] as const;

/**
 * How dates, numbers and clocks are written, where a person chose it: by the ways of a locale, whatever the language of
 * the words is. What is not chosen is as the browser's first language has it.
 */
const regionSchema = z.object({
  dates: z.catch(z.optional(z.string()), undefined),
  numbers: z.catch(z.optional(z.string()), undefined),
  clock: z.catch(z.optional(z.enum(["12", "24"])), undefined),
  week: z.catch(z.optional(z.enum(weekStarts)), undefined),
});
export type Region = z.infer<typeof regionSchema>;

const storageKey = "earshot-region";
const listeners = new Set<() => void>();
let chosen: Region | undefined;

function parse(text: string | null): Region {
  try {
    return regionSchema.parse(JSON.parse(text ?? "{}"));
  } catch {
    return {};
  }
}

/** What the person chose. The same object until something is changed. */
export function chosenRegion(): Region {
  chosen ??= parse(readKept(storageKey));
  return chosen;
}

/** Sets what is chosen, and keeps it; what is none of the choices counts as not chosen. A browser that keeps nothing has it until the page is left. */
export function changeRegion(next: Partial<Record<keyof Region, string | undefined>>): void {
  chosen = regionSchema.parse(next);
  keep(storageKey, JSON.stringify(chosen));
  for (const listener of listeners) listener();
}

export function onRegion(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const none: readonly string[] = [];

/** Languages of the browser, the first one first. Node has no navigator before version 21. */
export function browserLanguages(): readonly string[] {
  return globalThis.navigator?.languages ?? none;
}

/** Whether Intl can be asked for it: a locale is chosen from a list, but kept where anybody can write. */
function isLocale(tag: string | undefined): tag is string {
  try {
    return tag !== undefined && Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}

const made = new Map<string, string>();

/** With the digits that fields can be typed in, and the calendar that days are chosen from. */
function withOurDigits(tag: string): string {
  const known = made.get(tag) ?? new Intl.Locale(tag, { numberingSystem: "latn", calendar: "gregory" }).toString();
  made.set(tag, known);
  return known;
}

let localeCache: { of: Region; asked: readonly string[]; own: string | undefined } | undefined;

/** The browser's own locale; undefined where there is no browser. */
export function browserLocale(): string | undefined {
  const [of, asked] = [chosenRegion(), browserLanguages()];
  if (localeCache?.of !== of || localeCache.asked !== asked) localeCache = { of, asked, own: asked.find(isLocale) };
  return localeCache.own;
}

/** The locale by whose ways dates are written; `usual` where no browser says one. */
export function datesLocale(usual: string): string {
  const { dates } = chosenRegion();
  return withOurDigits(isLocale(dates) ? dates : (browserLocale() ?? usual));
}

/** The same for numbers. */
export function numbersLocale(usual: string): string {
  const { numbers } = chosenRegion();
  return withOurDigits(isLocale(numbers) ? numbers : (browserLocale() ?? usual));
}

/** Whether clocks show 2:05 PM instead of 14:05. */
export function isTwelveHours(): boolean {
  const { clock } = chosenRegion();
  return clock === undefined ? isBrowserTwelveHours() : clock === "12";
}

/** The same of the browser's own locale. */
export function isBrowserTwelveHours(): boolean {
  const own = browserLocale();
  return own !== undefined && new Intl.DateTimeFormat(own, { hour: "numeric" }).resolvedOptions().hour12 === true;
}
