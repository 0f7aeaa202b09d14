import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { pastedValues } from "../../../../client/filters/facets/pasted-values.ts";
import { long } from "../../../support/long.ts";

const runs = { numRuns: long(300, 10_000) };
const awkward = fc.string({ unit: fc.constantFrom(..."aB1 ,;\"'\n\t“’é-"), minLength: 1, maxLength: 8 });
/** What a list holds: values without blanks around them, each once. */
const lists = (value: fc.Arbitrary<string>) =>
  fc.uniqueArray(
    value.filter((text) => text.trim() === text && text !== ""),
    { minLength: 2, maxLength: 6 },
  );

test.each(["\n", "\r\n", "\t", ",", ";", ", ", ",\n"])("every value comes back from quotes between %j", (separator) => {
  fc.assert(
    fc.property(lists(awkward), (values) => {
      const quoted = values.map((value) => `"${value.replaceAll('"', '""')}"`);
      expect(pastedValues(quoted.join(separator))).toEqual(values);
    }),
    runs,
  );
});

test("every value comes back from the lines and the cells of a spreadsheet", () => {
  fc.assert(
    fc.property(
      lists(awkward.filter((text) => !/^[,;\s]*['“‘]|[,;]\s*$/.test(text))),
      fc.constantFrom("\n", "\t"),
      (values, between) => {
        const cells = values.map((value) => (/["\n\t]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value));
        expect(pastedValues(cells.join(between))).toEqual(values);
      },
    ),
    runs,
  );
});

test("every value comes back from a line of a CSV", () => {
  fc.assert(
    fc.property(
      lists(awkward.filter((text) => !/^['“‘]/.test(text))),
      fc.constantFrom(",", ";"),
      (values, delimiter) => {
        const line = stringify([values], { delimiter, quoted_match: /[,;\n\t]/ });
        expect(pastedValues(line)).toEqual(values);
      },
    ),
    runs,
  );
});

test("whatever is pasted gives values without blanks around them, each once", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const values = pastedValues(text);
      expect(values).toEqual([...new Set(values.map((value) => value.trim()))].filter(Boolean));
    }),
    runs,
  );
});

test.each<[string, string[]]>([
  ["voice", ["voice"]],
  ["", []],
  ["  \n\n ", []],
  ["voice, sms,chat", ["voice", "sms", "chat"]],
  ["voice; sms", ["voice", "sms"]],
  ["'en','de'", ["en", "de"]],
  ["“en”, “de”", ["en", "de"]],
  ["Smith, John\nDoe, Jane", ["Smith, John", "Doe, Jane"]],
  ['"Smith, John"', ["Smith, John"]],
  ["a,\nb,\nc", ["a", "b", "c"]],
  ['"a","b"\n"c"', ["a", "b", "c"]],
  ["O'Brien, D'Arcy", ["O'Brien", "D'Arcy"]],
  ["'n' roll, rock", ["'n' roll", "rock"]],
  ["a\r\nb\r\na\r\n", ["a", "b"]],
  ['5" screen, 7" screen', ['5" screen', '7" screen']],
])("%j is the values %j", (text, values) => {
  expect(pastedValues(text)).toEqual(values);
});
