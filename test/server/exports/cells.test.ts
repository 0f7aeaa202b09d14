import { parse } from "csv-parse/sync";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { exportOptionsSchema } from "../../../contract/export-options.ts";
import { harmless } from "../../../contract/formulas.ts";
import { cellText, protectedText } from "../../../server/exports/formats/cells/cell.ts";
import { ExactNumber, isDouble, parseRows } from "../../../server/exports/formats/cells/exact.ts";
import { epochMicros, profile } from "../../../server/exports/formats/columns/profile.ts";
import { csvWriter } from "../../../server/exports/formats/csv.ts";
import type { RenderPlan } from "../../../server/exports/formats/format.ts";
import { xmlText } from "../../../server/exports/formats/sheet/sheet-xml.ts";
import { long } from "../../support/long.ts";
import { csvOfRecord } from "./csv-of-record.ts";

const awkward = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.constantFrom(..."\",;\r\n\t =+-@'a1.\uFEFF\uFF1D\uFF0B\uFF0D\uFF20\ud800") }),
);
const digits = fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }).map(String);
const cell = fc.oneof(
  awkward.map((text) => JSON.stringify(text)),
  digits,
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => JSON.stringify(number)),
  fc.tuple(digits, fc.nat(10 ** 9)).map(([whole, rest]) => `${whole}.${rest}0`),
  fc.constantFrom("true", "false", "null", "-0", "1.0", "1e3", "1E400", "0.0000001", "12345678901234567890"),
  fc.array(awkward).map((texts) => JSON.stringify(texts)),
  fc.array(fc.array(digits)).map((lists) => `[${lists.map((list) => `[${list.join(",")}]`).join(",")}]`),
  fc.jsonValue().map((value) => JSON.stringify(value)),
);

function plan(width: number, options: Record<string, unknown> = {}): RenderPlan {
  const columns = Array.from({ length: width }, (_, index) => ({ field: `f${index}`, header: `h${index}` }));
  return { format: "csv", zone: "UTC", columns, options: exportOptionsSchema.parse(options) };
}

const wellFormed = (text: string) => Buffer.from(text).toString("utf8");
const isNumber = (text: string) => /^-?\d/.test(text);

test("numbers keep every digit on the way through the rows", async () => {
  await fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1 }), (table) => {
      const lines = table.map((row) => `{${row.map((text, index) => `"f${index}":${text}`).join(",")}}\n`).join("");
      const rows = parseRows(lines);
      table.forEach((texts, at) => {
        texts.forEach((text, index) => {
          const value = rows[at]?.[`f${index}`];
          if (isNumber(text)) expect(cellText(value, { arrayMark: ";" })).toBe(text);
          else if (text.startsWith('"')) expect(value).toBe(JSON.parse(text));
        });
      });
    }),
    { numRuns: long(200, 5000) },
  );
});

test.each([",", ";", "\t"])("an independent parser reads back every cell between %j", async (separator) => {
  await fc.assert(
    fc.property(
      fc
        .integer({ min: 1, max: 4 })
        .chain((width) =>
          fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
        ),
      fc.boolean(),
      fc.boolean(),
      (table, bom, escapeFormulas) => {
        const width = table[0]?.length ?? 1;
        const writer = csvWriter(plan(width, { separator, bom, escapeFormulas, arrayMark: "|" }));
        const lines = table.map((row) => `{${row.map((text, index) => `"f${index}":${text}`).join(",")}}\n`).join("");
        const rows = parseRows(lines);
        const csv = Buffer.concat([writer.header(), writer.rows(Buffer.from(lines))]).toString();
        expect(csv.startsWith("\uFEFF")).toBe(bom);
        const read: string[][] = parse(csv, { bom, delimiter: separator, record_delimiter: "\r\n" });
        expect(read.length).toBe(table.length + 1);
        rows.forEach((row, at) => {
          Object.keys(plan(width).columns).forEach((_, index) => {
            const value = row[`f${index}`];
            const text = cellText(value, { arrayMark: "|" });
            const isText = typeof value === "string" || (typeof value === "object" && value !== null);
            expect(read[at + 1]?.[index]).toBe(wellFormed(escapeFormulas && isText ? harmless(text) : text));
          });
        });
      },
    ),
    { numRuns: long(100, 2000) },
  );
});

const time = fc
  .tuple(
    fc.date({ min: new Date(0), max: new Date("2040-01-01"), noInvalidDate: true }),
    fc.nat(999),
    fc.constantFrom("Z", "+05:45"),
  )
  .map(([date, micros, zone]) => JSON.stringify(`${date.toISOString().slice(0, -1)}${micros}${zone}`));

test("the file is, byte for byte, what csv-stringify writes from the parsed rows", async () => {
  const fields = ["a", "b c", 'q"', "é", "constructor", "__proto__"] as const;
  const space = fc.constantFrom("", "", " ", "\t ");
  const member = fc
    .tuple(fc.constantFrom(...fields, "other"), fc.oneof(cell, time), space, space)
    .map(([field, json, before, behind]) => `${before}${JSON.stringify(field)}${behind}:${before}${json}${behind}`);
  const escapedKey = cell.map((json) => `"\\u0061":${json}`);
  const row = fc.array(fc.oneof({ weight: 9, arbitrary: member }, escapedKey), { maxLength: 6 });
  const column = fc.record(
    { field: fc.constantFrom(...fields), header: awkward, type: fc.constantFrom("time", "id", "number") },
    { requiredKeys: ["field", "header"] },
  );
  await fc.assert(
    fc.property(
      fc.array(row, { maxLength: 6 }),
      fc.array(column, { minLength: 1, maxLength: 5 }),
      fc.record({
        separator: fc.constantFrom(",", ";", "\t"),
        bom: fc.boolean(),
        escapeFormulas: fc.boolean(),
        arrayMark: fc.constantFrom("; ", "|", ",", '"'),
        times: fc.constantFrom("iso", "spreadsheet"),
        exactTimes: fc.boolean(),
        decimal: fc.constantFrom(".", ","),
        protectText: fc.boolean(),
      }),
      (rows, columns, options) => {
        const lines = rows.map((members) => `{${members.join(",")}}\n`).join("");
        const exact: RenderPlan = { format: "csv", zone: "America/St_Johns", columns, options };
        const writer = csvWriter(exact);
        const made = Buffer.concat([writer.header(), writer.rows(Buffer.from(lines))]);
        expect(made.toString()).toBe(csvOfRecord(exact, lines).toString());
      },
    ),
    { numRuns: long(500, 20_000) },
  );
});

test("microseconds are exact, whatever the year and the zone", async () => {
  const two = (least: number, most: number) =>
    fc.integer({ min: least, max: most }).map((number) => String(number).padStart(2, "0"));
  const written = fc.record({
    year: fc.oneof(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 2020, max: 2030 })),
    month: two(1, 13),
    day: two(1, 28),
    between: fc.constantFrom("T", "t", " "),
    clock: fc.tuple(two(0, 25), two(0, 61), two(0, 61)),
    fraction: fc.option(fc.stringMatching(/^\d{1,6}$/), { nil: "" }),
    zone: fc.constantFrom("Z", "z", "+05:45", "-00:00"),
  });
  await fc.assert(
    fc.property(written, ({ year, month, day, between, clock, fraction, zone }) => {
      const start = `${String(year).padStart(4, "0")}-${month}-${day}`;
      const text = `${start}${between}${clock.join(":")}${fraction && `.${fraction}`}${zone}`;
      const milliseconds = Date.parse(`${start}T${clock.join(":")}${zone.toUpperCase()}`);
      const micros = epochMicros(text);
      if (Number.isNaN(milliseconds)) expect(micros).toBeNaN();
      else expect(BigInt(micros)).toBe(BigInt(milliseconds) * 1000n + BigInt(fraction.padEnd(6, "0")));
    }),
    { numRuns: long(500, 20_000) },
  );
});

test("no text cell begins like a formula, and no number is touched", async () => {
  await fc.assert(
    fc.property(fc.oneof(awkward, fc.array(awkward)), (value) => {
      const text = harmless(cellText(value, { arrayMark: "; " }));
      if (/^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(text)) expect(Number.isNaN(Number(text))).toBe(false);
    }),
  );
  await fc.assert(
    fc.property(digits, (text) => {
      expect(harmless(text)).toBe(text);
    }),
  );
});

/** Text that spreadsheets would change, beside text with the signs of formulas and of quotes. */
const codes = fc.oneof(
  awkward,
  fc.string({ unit: fc.constantFrom(..."0123456789+-./:,eE%$€() aAmMpPrR'\"=@\t") }),
  fc.constantFrom("MAR1", "5 Mar 2026", "Sept. 2", "true", "1-2", "0012345", '0"&A1&"'),
);

test("what is protected is that very text, and no formula that was to be made harmless becomes one", async () => {
  await fc.assert(
    fc.property(codes, (text) => {
      const kept = protectedText(text);
      if (kept === text) return;
      expect(kept).toBe(`="${text}"`);
      expect(text).not.toMatch(/["=@\t\r\n&]/);
    }),
  );
});

test("protecting text never undoes what makes formulas harmless", async () => {
  const options = { protectText: true, escapeFormulas: true };
  await fc.assert(
    fc.property(codes, (text) => {
      const lines = Buffer.from(`${JSON.stringify({ f0: text })}\n`);
      const [[cell = ""] = []]: string[][] = parse(csvWriter(plan(1, options)).rows(lines).toString(), {
        record_delimiter: "\r\n",
        relax_column_count: true,
        skip_empty_lines: false,
      });
      const safe = wellFormed(harmless(text));
      if (safe !== wellFormed(text)) expect(cell).toBe(safe);
      else expect([safe, `="${safe}"`]).toContain(cell);
    }),
  );
});

test.each([
  ["0012345", '="0012345"'],
  ["1-2", '="1-2"'],
  ["1/2", '="1/2"'],
  ["1.5", '="1.5"'],
  ["12:30", '="12:30"'],
  ["1e5", '="1e5"'],
  ["10 %", '="10 %"'],
  ["+14155550100", '="+14155550100"'],
  ["12345678901234567890", '="12345678901234567890"'],
  ["MAR1", '="MAR1"'],
  ["5 Mar 2026", '="5 Mar 2026"'],
  ["2026-11-29T14:05:36Z", '="2026-11-29T14:05:36Z"'],
  ["true", '="true"'],
  ["Billing", "Billing"],
  ["conv_01abc", "conv_01abc"],
  ["", ""],
  ["=1+1", "=1+1"],
  ["12 of 13 calls", "12 of 13 calls"],
])("%j is protected as %j", (value, text) => {
  expect(protectedText(value)).toBe(text);
});

test.each([
  ["=1+1", "'=1+1"],
  ["＝1+1", "'＝1+1"],
  ["＠SUM(A1)", "'＠SUM(A1)"],
  ["+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"],
  ["-2+3", "'-2+3"],
  ["\tx", "'\tx"],
  ["\rx", "'\rx"],
  ["-5", "-5"],
  ["+14155550100", "+14155550100"],
  ["-1.5e-3", "-1.5e-3"],
  ["a=b", "a=b"],
])("%j is written as %j", (value, text) => {
  expect(harmless(value)).toBe(text);
});

/** What a reader of Office Open XML does with `_x000D_`. */
function unescaped(text: string): string {
  const entities: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">" };
  return text
    .replace(/&(amp|lt|gt);/g, (entity) => entities[entity] ?? entity)
    .replace(/_x([0-9A-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

test("an underscore before a character that becomes an escape does not end another one", () => {
  expect(xmlText("_x0004\u001f")).toBe("_x005F_x0004_x001F_");
  expect(unescaped(xmlText("_x0004\u001f"))).toBe("_x0004\u001f");
  expect(xmlText("_x00041")).toBe("_x00041");
});

test("every text is held by XML and comes back", async () => {
  await fc.assert(
    fc.property(fc.oneof(awkward, fc.string({ unit: fc.constantFrom(..."_x0041_\u0000\u001f<&>\r") })), (text) => {
      const xml = xmlText(text);
      // A tab, a line feed, and from the space on everything but `<`, surrogates and U+FFFE and U+FFFF.
      expect(xml).toMatch(/^[\t\n -;=-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]*$/u);
      expect(unescaped(xml)).toBe(text);
    }),
    { numRuns: long(500, 20_000) },
  );
});

test.each([
  ["1.0", true],
  ["-0", true],
  ["1e3", true],
  ["0e999", true],
  ["123456789012345", true],
  ["1234567890123456", false],
  ["0.1000000000000001", false],
  ["1E400", false],
  ["-1e400", false],
  ["1e-400", false],
])("whether a double holds %s is %s", (text, holds) => {
  expect(isDouble(text)).toBe(holds);
  const kinds = profile([{ field: "n", header: "n" }]);
  kinds.learn(0, new ExactNumber(text));
  if (text.includes("e") || text.includes("E")) expect(kinds.kinds()[0]?.kind).toBe(holds ? "double" : "mixed");
});
