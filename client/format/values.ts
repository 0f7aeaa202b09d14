import type { CellKind } from "../../contract/roles/role.ts";
import type { CubeRole, RoleName } from "../../contract/roles.ts";
import { en } from "../words/en.ts";
import { currentLocale, t } from "../words/words.ts";

type KnownValue = keyof typeof en.values.known;

/** The words for a value that is not there. */
export function notSetLabel(): string {
  return t("values.notSet");
}

/**
 * The words for the conversations that no value is known of.
 *
 * @param isUnknown whether rows could not be read, so that they may have a value after all.
 */
export function restLabel(isUnknown = false): string {
  return isUnknown ? t("values.notKnown") : notSetLabel();
}

function isKnown(key: string): key is KnownValue {
  return Object.hasOwn(en.values.known, key);
}

/**
 * Values compare without regard to case, blanks around them and the way their accents are written: `VOICE` and `voice `
 * are one value. Never "", which stands for what is not set: a value of blanks alone is one.
 */
export function valueKey(raw: string): string {
  return raw.normalize("NFC").trim().toLowerCase() || raw;
}

/** The members of a cell: an array's members as text, a scalar as one, none for null, missing and empty. */
export function cellMembers(cell: unknown): string[] {
  if (cell === null || cell === undefined || cell === "") return [];
  if (Array.isArray(cell)) return cell.flatMap(cellMembers);
  return [typeof cell === "object" ? JSON.stringify(cell) : String(cell)];
}

const knownLabels = new Map<KnownValue, string>();
let labelledBy = t;

/** Looked up once for each language: a table asks for them with every row. */
function knownLabel(key: KnownValue): string {
  if (labelledBy !== t) knownLabels.clear();
  labelledBy = t;
  const known = knownLabels.get(key) ?? t(`values.known.${key}`);
  knownLabels.set(key, known);
  return known;
}

const abbreviations = new Map([
  ["sms", "SMS"],
  ["mms", "MMS"],
  ["rcs", "RCS"],
  ["api", "API"],
  ["whatsapp", "WhatsApp"],
]);

/** A value that would look like nothing, or like "Not set" itself, stands in quotes. */
export function toldFromNotSet(label: string): string {
  const looksUnset = label.trim() === "" || valueKey(label) === valueKey(notSetLabel());
  return looksUnset && label !== "" ? `“${label}”` : label;
}

/**
 * Labels that can be told apart: where two different values read the same, each has its own spelling behind it.
 *
 * @param values each value's label and its spelling, in any order
 */
export function distinctLabels(values: readonly { label: string; raw: string }[]): string[] {
  const times = new Map<string, number>();
  for (const { label } of values) times.set(label, (times.get(label) ?? 0) + 1);
  return values.map(({ label, raw }) => ((times.get(label) ?? 0) > 1 && raw !== label ? `${label} (${raw})` : label));
}

/**
 * A readable form of an account's value: `VOICE` gives `Voice`, `IN_PROGRESS` gives `In progress`. Values that Twilio
 * names are said in the screen's language.
 */
export function valueLabel(raw: string): string {
  const key = valueKey(raw);
  if (isKnown(key)) return knownLabel(key);
  const abbreviation = abbreviations.get(key);
  if (abbreviation) return abbreviation;
  // Text with lower-case letters and spaces was written for people already.
  const word = raw.trim();
  if (!/^[A-Z0-9_-]+$|^[a-z0-9_-]+$/.test(word)) return toldFromNotSet(raw);
  const words = word.replace(/[_-]+/g, " ").toLowerCase().trim();
  return toldFromNotSet(words.charAt(0).toUpperCase() + words.slice(1) || raw);
}

const languageNames = new Map<string, Intl.DisplayNames>();

/** Made once for each locale: making one costs far more than using it. */
function namesIn(locale: string): Intl.DisplayNames {
  const known = languageNames.get(locale);
  if (known) return known;
  const made = new Intl.DisplayNames([locale], { type: "language", fallback: "none" });
  languageNames.set(locale, made);
  return made;
}

/**
 * The name of a language tag in the reader's language: `en-US` gives `American English`, also with blanks around it;
 * the tag itself if it has none.
 */
export function languageLabel(tag: string, locale?: string): string {
  try {
    const name = namesIn(locale ?? currentLocale()).of(tag.trim());
    return name && valueKey(name) !== valueKey(tag) ? name : toldFromNotSet(tag);
  } catch {
    return toldFromNotSet(tag);
  }
}

/** The readable form of a value of a role: a language by its name, every other value by its words. */
export function roleValueLabel(role: CubeRole, raw: string): string {
  return role === "language" ? languageLabel(raw) : valueLabel(raw);
}

/** Constants of a program: `AI_AGENT`. A single word in capitals may be a name or a code of the account's own. */
const constant = /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/;

/** The roles whose values are names that people gave: they stay as they are. */
const given: ReadonlySet<RoleName | undefined> = new Set<RoleName>(["id", "name", "customer", "agent"]);

/**
 * The readable form of any field's value, as table, filters, charts and panel have it: by its role where it plays one;
 * else of text what Twilio names and what is written as a constant.
 */
export function fieldValueLabel(
  column: { kind: CellKind; role?: RoleName | undefined } | undefined,
  raw: string,
): string {
  const { kind = "text", role } = column ?? {};
  if (kind === "language") return languageLabel(raw);
  if (kind === "channel" || kind === "sentiment" || kind === "status") return valueLabel(raw);
  if (kind !== "text" || given.has(role)) return raw;
  const key = valueKey(raw);
  return role === "agentKind" || isKnown(key) || abbreviations.has(key) || constant.test(raw) ? valueLabel(raw) : raw;
}
