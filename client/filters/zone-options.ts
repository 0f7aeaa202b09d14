import { browserZone } from "../browser/zone.ts";
import { isZone } from "../view/range.ts";
import { offsetLabel, zoneLabel } from "./zone-text.ts";

/** A zone to choose. `search` is what typing is compared with. */
export type ZoneOption = { value: string; label: string; offset: string; search: string };

/** Browsers still list some cities by names that few people would type. */
const renamed: Record<string, string> = {
  "Africa/Asmera": "Africa/Asmara",
  "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
  "America/Godthab": "America/Nuuk",
  "Asia/Calcutta": "Asia/Kolkata",
  "Asia/Katmandu": "Asia/Kathmandu",
  "Asia/Rangoon": "Asia/Yangon",
  "Asia/Saigon": "Asia/Ho_Chi_Minh",
  "Atlantic/Faeroe": "Atlantic/Faroe",
  "Europe/Kiev": "Europe/Kyiv",
  "Pacific/Enderbury": "Pacific/Kanton",
  "Pacific/Ponape": "Pacific/Pohnpei",
  "Pacific/Truk": "Pacific/Chuuk",
};

/** Text for comparing: no case, and one sign for each of slash, underscore, space and the two kinds of minus. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s_/]+/g, " ")
    .replaceAll("−", "-")
    .trim();
}

function option(value: string, now: number, formerName = ""): ZoneOption {
  const offset = offsetLabel(value, now);
  return { value, label: zoneLabel(value), offset, search: plain(`${value} ${formerName} ${offset}`) };
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
  const formerNames = new Map<string, string>();
  for (const zone of listed) {
    const modern = renamed[zone];
    if (modern && isZone(modern)) formerNames.set(modern, zone);
  }
  const names = listed.map((zone) => {
    const modern = renamed[zone];
    return modern && formerNames.has(modern) ? modern : zone;
  });
  const others = new Set([...(listed.includes(current) ? [] : [current]), "UTC", ...names.toSorted()]);
  others.delete(browser);
  return {
    browser: option(browser, now),
    others: [...others].map((zone) => option(zone, now, formerNames.get(zone))),
  };
}

/** Whether a zone is what the typed text may mean: a part of its name, its former name or its offset. */
export function zoneMatches(zone: ZoneOption, text: string): boolean {
  return zone.search.includes(plain(text));
}
