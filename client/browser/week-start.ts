import { browserLocale, chosenRegion, type weekStarts } from "./region.ts";

type Weekday = 0 | 1 | 6;
const starts: Record<(typeof weekStarts)[number], Weekday> = { "0": 0, "1": 1, "6": 6 };

/**
 * Where weeks begin on Sundays and on Saturdays, after CLDR; elsewhere they begin on Mondays. Engines have the same list,
 * under two names or not at all.
 */
const sundays =
  /^(?:AG|AS|BD|BR|BS|BT|BW|BZ|CA|CO|DM|DO|ET|GT|GU|HK|HN|ID|IL|IN|JM|JP|KE|KH|KR|LA|MH|MM|MO|MT|MX|MZ|NI|NP|PA|PE|PH|PK|PR|PT|PY|SA|SG|SV|TH|TT|TW|UM|US|VE|VI|WS|YE|ZA|ZW)$/;
const saturdays = /^(?:AF|BH|DJ|DZ|EG|IQ|IR|JO|KW|LY|OM|QA|SD|SY)$/;

/** The day that weeks begin on in a calendar; Sunday is 0. */
export function firstWeekday(): Weekday {
  const { week } = chosenRegion();
  if (week === undefined) return browserFirstWeekday();
  return starts[week];
}

/** The same of the browser's own locale. */
export function browserFirstWeekday(): Weekday {
  const own = browserLocale();
  const region = own === undefined ? undefined : new Intl.Locale(own).maximize().region;
  if (region === undefined) return 1;
  if (sundays.test(region)) return 0;
  return saturdays.test(region) ? 6 : 1;
}
