import { channelSets, languageSets } from "../sample/sets.ts";
import type { Label } from "./types.ts";

/** The regional form of each language, as the `summary` catalogue writes it. */
const regional: Record<string, string> = {
  ar: "ar-EG",
  de: "de-DE",
  en: "en-US",
  es: "es-MX",
  fr: "fr-FR",
  hi: "hi-IN",
  ja: "ja-JP",
  pt: "pt-BR",
  ru: "ru-RU",
  zh: "zh-CN",
};

/** Labels in upper case. The order of the codes stays the order of the labels. */
export function upper(labels: readonly Label[]): Label[] {
  return labels.map((label) =>
    typeof label === "string" ? label.toUpperCase() : label.map((one) => one.toUpperCase()),
  );
}

/** The channel combinations and their codes, in lower case. */
export const channelLabels: readonly Label[] = channelSets;
/** The language combinations and their codes, as two-letter codes. */
export const languageLabels: readonly Label[] = languageSets;
/** The language combinations with regions. */
export const regionalLanguageLabels: readonly Label[] = languageSets.map((set) =>
  set.map((language) => regional[language] ?? language),
);
