import type { Language } from "../../client/words/words.ts";
import { type Combination, type Part, pairwise } from "./pairwise.ts";
import type { State } from "./state.ts";
import { openedStates } from "./states-opened.ts";
import { readingStates } from "./states-reading.ts";
import { viewStates } from "./states-view.ts";

/** The windows, in pixels. */
const windows: Readonly<Record<string, { width: number; height: number }>> = {
  "1920": { width: 1920, height: 1080 },
  "1440": { width: 1440, height: 900 },
  "1024": { width: 1024, height: 768 },
  "390": { width: 390, height: 844 },
};

/** How much larger than usual the page is, and its letters alone. */
const scales: Readonly<Record<string, { zoom: number; letters: number }>> = {
  "100 %": { zoom: 1, letters: 1 },
  "zoom 200 %": { zoom: 2, letters: 1 },
  "letters 200 %": { zoom: 1, letters: 2 },
};

/** From client/ui/use-narrow.ts, in letters. */
const narrowBelow = 43.75;
const usualLetter = 16;

/** What a picture is of. */
export type Look = {
  state: State;
  size: string;
  window: { width: number; height: number };
  zoom: number;
  letters: number;
  theme: "light" | "dark";
  language: Language;
  isArabic: boolean;
  isNarrow: boolean;
  /** All of it in words. */
  label: string;
};

type Factor = "state" | "size" | "scale" | "theme" | "language" | "values";

const states = new Map([...viewStates, ...openedStates, ...readingStates].map((state) => [state.name, state]));

const factors = {
  state: [...states.keys()],
  size: Object.keys(windows),
  scale: Object.keys(scales),
  theme: ["light", "dark"],
  language: ["en", "es"],
  values: ["any", "Arabic"],
};

function isNarrow(size: string, scale: string): boolean {
  const { zoom = 1, letters = 1 } = scales[scale] ?? {};
  return (windows[size]?.width ?? 0) / zoom / letters / usualLetter < narrowBelow;
}

function isAllowed({ state: name = "", size, scale, values }: Part<Factor>): boolean {
  const state = states.get(name);
  // Half a phone's width is less than anybody has.
  if (size === "390" && scale === "zoom 200 %") return false;
  if (values === "Arabic" && state?.takesValues === false) return false;
  if (state?.room === undefined || size === undefined) return true;
  const rooms = (scale === undefined ? factors.scale : [scale]).map((one) => (isNarrow(size, one) ? "phone" : "desk"));
  return rooms.includes(state.room);
}

function lookOf({ state: name, size, scale, theme, language, values }: Combination<Factor>): Look | undefined {
  const [state, window, of] = [states.get(name), windows[size], scales[scale]];
  if (!state || !window || !of) return undefined;
  const isUsual = scale === "100 %";
  return {
    ...{ state, size, window, ...of },
    theme: theme === "dark" ? "dark" : "light",
    language: language === "es" ? "es" : "en",
    isArabic: values === "Arabic",
    isNarrow: isNarrow(size, scale),
    label: [name, theme, language, ...(isUsual ? [] : [scale]), ...(values === "any" ? [] : [values])].join(" · "),
  };
}

/** The sizes, largest first. */
export const sizes = factors.size.toSorted((a, b) => Number(b) - Number(a));

/** All pictures: every state, with every size, scale, theme, language and kind of values that it can have. */
export function allLooks(): Look[] {
  return pairwise<Factor>(factors, isAllowed).flatMap((combination) => lookOf(combination) ?? []);
}
