import { createTranslator } from "use-intl/core";
import type { Sentence } from "../../contract/messages/sentence.ts";
import { browserLanguages, numbersLocale } from "../browser/region.ts";
import { keep, readKept } from "../browser/storage.ts";
import { en } from "./en.ts";
import type { later } from "./en-later.ts";

/** The languages of the screen. */
export const languages = ["en", "es"] as const;
export type Language = (typeof languages)[number];

const storageKey = "earshot-language";

let language: Language = "en";
let locale: { language: Language; asked: readonly string[]; tag: string } | undefined;

/** Formatters by locale and options: making one costs far more than using it. */
function memo<Args extends unknown[], Format>(make: (...args: Args) => Format): (...args: Args) => Format {
  const made = new Map<string, Format>();
  return (...args) => {
    const key = JSON.stringify(args);
    const known = made.get(key) ?? make(...args);
    made.set(key, known);
    return known;
  };
}

const numberFormat = memo((...args: ConstructorParameters<typeof Intl.NumberFormat>) => new Intl.NumberFormat(...args));

/** Plurals are those of the words' language, and the numbers in sentences are written as all numbers are. */
const _formatters = {
  getDateTimeFormat: memo(
    (...args: ConstructorParameters<typeof Intl.DateTimeFormat>) => new Intl.DateTimeFormat(...args),
  ),
  getNumberFormat: (_locale?: unknown, options?: Intl.NumberFormatOptions) =>
    numberFormat(numbersLocale(currentLocale()), options),
  getPluralRules: memo((...args: ConstructorParameters<typeof Intl.PluralRules>) => new Intl.PluralRules(...args)),
  getRelativeTimeFormat: memo(
    (...args: ConstructorParameters<typeof Intl.RelativeTimeFormat>) => new Intl.RelativeTimeFormat(...args),
  ),
  getListFormat: memo((...args: ConstructorParameters<typeof Intl.ListFormat>) => new Intl.ListFormat(...args)),
  getDisplayNames: memo((...args: ConstructorParameters<typeof Intl.DisplayNames>) => new Intl.DisplayNames(...args)),
};

type Words = typeof en & typeof later;

/** What `messages` lacks nobody says yet: a part whose words are loaded apart is drawn when they are there. */
function makeWords(messages: Partial<Words>) {
  return createTranslator({ locale: currentLocale(), messages: messages as Words, _formatters });
}

/** Says sentences of the server, whose keys may be of another version: what cannot be said comes out empty. */
function makeServerWords(messages: Readonly<Record<string, string>>) {
  return createTranslator({
    locale: currentLocale(),
    messages,
    _formatters,
    onError: () => undefined,
    getMessageFallback: () => "",
  });
}

/**
 * The words of the screen in the current language: `t("table.loaded", { count: 600 })`. A live binding, so that plain
 * functions can use it like components; the page is drawn anew when the language changes.
 */
export let t = makeWords(en);
/** What the server says is English already, so in English there is nothing to say anew. */
let serverWords = makeServerWords({});

/**
 * A sentence of the server in the language of the screen. Where the catalogue does not know it, because the server is
 * newer or the sentence older than keys are, its English stands.
 */
export function say({ text, key, values = {} }: Sentence): string {
  if (key === undefined || !serverWords.has(key)) return text;
  const said = Object.entries(values).map(([name, value]) => [name, typeof value === "object" ? say(value) : value]);
  return serverWords(key, Object.fromEntries(said)) || text;
}

/** The language that is on the screen. */
export function currentLanguage(): Language {
  return language;
}

/**
 * The locale of the words, e.g. for lists and sorting: the browser's own where it is of the screen's language, else the
 * language itself. Every cell asks for it, so the answer is kept while what it comes from is the same. Dates and numbers
 * are written by browser/region.ts.
 */
export function currentLocale(): string {
  const asked = browserLanguages();
  if (locale?.language !== language || locale.asked !== asked)
    locale = { language, asked, tag: asked.find((tag) => tag.split("-")[0] === language) ?? language };
  return locale.tag;
}

function isLanguage(text: string | null | undefined): text is Language {
  return languages.some((one) => one === text);
}

/** What the person chose before, else the first of the browser's languages that there is, else English. */
export function preferredLanguage(): Language {
  const stored = readKept(storageKey);
  if (isLanguage(stored)) return stored;
  return (
    browserLanguages()
      .map((tag) => tag.split("-")[0])
      .find(isLanguage) ?? "en"
  );
}

let laterWords: Partial<typeof later> = {};

/** Loads the English of what is not on the first screen, once. */
export async function loadLaterWords(): Promise<void> {
  if (laterWords.detail) return;
  laterWords = (await import("./en-later.ts")).later;
  if (language === "en") t = makeWords({ ...en, ...laterWords });
}

type Messages = { words: Partial<Words>; server: Readonly<Record<string, string>> };

async function messagesOf(next: Language): Promise<Messages> {
  if (next === "en") return { words: { ...en, ...laterWords }, server: {} };
  const [{ es }, { server }] = await Promise.all([import("./es.ts"), import("./es/server.ts")]);
  // The type of `es` has made sure of its keys; only the literal texts differ from English.
  return { words: es as unknown as Words, server };
}

/** Changes the words to another language, loading them first. The caller draws the page anew. */
export async function loadLanguage(next: Language): Promise<void> {
  const { words, server } = await messagesOf(next);
  language = next;
  t = makeWords(words);
  serverWords = makeServerWords(server);
  document.documentElement.lang = next;
}

/** Keeps the choice of language in this browser. */
export function rememberLanguage(next: Language): void {
  keep(storageKey, next);
}
