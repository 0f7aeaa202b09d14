import { browserZone, modernZone } from "../../browser/zone.ts";
import { offsetLabel, zoneLabel } from "./zone-text.ts";

/** A zone to choose. `search` is what typing is compared with. */
export type ZoneOption = { value: string; label: string; offset: string; search: string };

/** Text for comparing: no case, and one sign for each of slash, underscore, space and the two kinds of minus. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s_/]+/g, " ")
    .replaceAll("−", "-")
    .trim();
}

function option(value: string, now: number, previousPeriodName = ""): ZoneOption {
  const offset = offsetLabel(value, now);
  return { value, label: zoneLabel(value), offset, search: plain(`${value} ${previousPeriodName} ${offset}`) };
}

/**
 * Every zone to choose from, each once: the browser's first, then the chosen one if the browser does not list it, UTC,
 * and all others by name.
 */
export function zoneOptions(
  current: string,
  now: number,
  browser = browserZone(),
  listed = Intl.supportedValuesOf("timeZone"),
): { browser: ZoneOption; others: ZoneOption[] } {
  const names = listed.map(modernZone);
  const formerNames = new Map(names.map((name, place) => [name, listed[place]]));
  const others = new Set([...(names.includes(current) ? [] : [current]), "UTC", ...names.toSorted()]);
  others.delete(browser);
  return {
    browser: option(browser, now, formerNames.get(browser)),
    others: [...others].map((zone) => option(zone, now, formerNames.get(zone))),
  };
}

/** Whether a zone is what the typed text may mean: a part of its name, its former name or its offset. */
export function zoneMatches(zone: ZoneOption, text: string): boolean {
  return zone.search.includes(plain(text));
}
