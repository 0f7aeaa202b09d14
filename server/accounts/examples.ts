import { isListReading, type ListReading, partsOfReading } from "../dialect/answer/readings.ts";
import { isSpellingName, spellings } from "../dialect/spellings.ts";
import type { TimeForm } from "../dialect/time/forms.ts";

const moment = Date.parse("2026-11-28T15:04:05.000Z");

/** The same moment in each form that times are read in. */
const times: Readonly<Record<TimeForm, string>> = {
  iso: "2026-11-28T15:04:05",
  "month-first": "11/28/2026 3:04:05 PM",
  "day-first": "28/11/2026 15:04:05",
  "day-named": "28 Nov 2026 15:04:05",
  "month-named": "Nov 28, 2026 3:04:05 PM",
  "epoch-s": "1795878245",
  "epoch-ms": "1795878245000",
  "epoch-us": "1795878245000000",
  "epoch-ns": "1795878245000000000",
};

const lists: Readonly<Record<ListReading, string>> = {
  "json-text": '"[\\"A\\",\\"B\\"]"',
  "quoted-text": "['A','B']",
  "braces-text": "{A,B}",
  "comma-text": "A,B",
  "semicolon-text": "A;B",
  "pipe-text": "A|B",
  "slash-text": "A/B",
  "plus-text": "A+B",
  "ampersand-text": "A & B",
  "blank-text": "A B",
  "prose-text": "A, B and C",
  objects: '[{"name":"A"},{"name":"B"}]',
  flags: '{"A":true,"B":true}',
  places: '{"0":"A","1":"B"}',
};

/** An example of how instants are written in comparisons, by the spelling's name. */
export function spellingExample(name: string): string {
  return isSpellingName(name) ? spellings[name].write(moment) : name;
}

/** An example of how a time is read, by the reading's name. */
export function timeExample(reading: string): string {
  const form = partsOfReading(reading)?.form;
  return form === undefined ? reading : times[form];
}

/** An example of how a list is read, by the reading's name. */
export function listExample(reading: string): string {
  return isListReading(reading) ? lists[reading] : reading;
}
