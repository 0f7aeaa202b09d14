import * as fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { learn } from "../../../../server/dialect/answer/learn.ts";
import type { Asked, Readings } from "../../../../server/dialect/answer/readings.ts";
import { rewriter } from "../../../../server/dialect/answer/rewriter.ts";
import { readMicros } from "../../../../server/dialect/time/instant.ts";
import { long } from "../../../support/long.ts";
import { askedFor, known } from "./asked.ts";
import { keySpellings, listSpellings, timeSpellings, wallOf } from "./spellings.ts";

const hourMicros = 3_600_000_000;

const truthSchema = z.strictObject({
  id: z.string(),
  micros: z.number().nullable(),
  list: z.array(z.string()).nullable(),
  note: z.string().nullable(),
  number: z.number(),
});
type Truth = z.infer<typeof truthSchema>;

const names: Record<keyof Truth, string> = {
  id: "Talk.Id",
  micros: "Talk.BeganAt",
  list: "Talk.Channels",
  note: "Talk.FreeText",
  number: "Talk.Length",
};

/** A window of some days, so that no order of day and month is as good as the other. */
const windows = fc
  .record({ from: fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2027, 0, 1) }), days: fc.constantFrom(3, 10) })
  .map(({ from, days }) => ({ from, to: from + days * 86_400_000 }));

const member = fc.constantFrom("VOICE", "SMS", "CHAT", "pt-BR", "WhatsApp", "O'Hara");

function truths({ from, to }: { from: number; to: number }): fc.Arbitrary<Truth[]> {
  const micros = fc.integer({ min: from * 1000, max: to * 1000 - 1 });
  const row = fc.record({
    id: fc.integer().map(String),
    micros: fc.option(micros, { freq: 8 }),
    list: fc.option(fc.uniqueArray(member, { maxLength: 3 }), { freq: 8 }),
    note: fc.option(fc.string({ unit: fc.constantFrom(...'aé"\\{}[],:\n😀'), maxLength: 6 })),
    number: fc.integer(),
  });
  const end = (at: number, list: string[]): Truth => ({ id: `${at}`, micros: at, list, note: "", number: 0 });
  // A busy account has rows near both ends of a window. Members that stand alone are what tells a list in commas from a text with a comma.
  const alone = ["VOICE", "SMS", "CHAT", "pt-BR", "WhatsApp", "O'Hara"].map((one) => end(from * 1000 + 5e6, [one]));
  const both = end(to * 1000 - 2e6, ["VOICE", "SMS"]);
  return fc.array(row, { maxLength: 12 }).map((rows) => [...alone, ...rows, both]);
}

/** Whether clocks showed the same an hour before. */
function isRepeated(micros: number, zone: string): boolean {
  return wallOf(micros - hourMicros, zone) === wallOf(micros, zone);
}

const pick = <T>(record: Readonly<Record<string, T>>) => fc.constantFrom(...Object.entries(record));
const spelled = fc
  .record({ window: windows, zone: fc.constantFrom("UTC", "America/New_York", "Asia/Kolkata", "Australia/Sydney") })
  // The rows at its ends tell how times are to be read: none of them may be in the hour that clocks repeat.
  .filter(
    ({ window: { from, to }, zone }) => !isRepeated(from * 1000 + 5e6, zone) && !isRepeated(to * 1000 - 2e6, zone),
  )
  .chain(({ window, zone }) =>
    fc.record({
      window: fc.constant(window),
      zone: fc.constant(zone),
      rows: truths(window),
      time: pick(timeSpellings),
      list: pick(listSpellings),
      key: pick(keySpellings),
      gaps: fc.boolean(),
    }),
  );

type Spelled = typeof spelled extends fc.Arbitrary<infer T> ? T : never;

function write({ rows, zone, time: [, time], list: [, list], key: [, key], gaps }: Spelled): Buffer[] {
  return rows.map(({ id, micros, list: members, note, number }) => {
    const cells: [string, unknown][] = [
      [names.id, id],
      [names.micros, micros === null ? null : time.write(micros, zone)],
      [names.list, members === null ? null : list(members)],
      [names.note, note],
      [names.number, number],
    ];
    const there = cells.filter(([, cell]) => !(gaps && cell === null));
    return Buffer.from(JSON.stringify(Object.fromEntries(there.map(([name, cell]) => [key(name), cell]))));
  });
}

function asked({ window, zone }: Pick<Spelled, "window" | "zone">): Asked {
  const fields = Object.values(names);
  const more = { times: new Set([names.micros]), several: new Set([names.list]) };
  return askedFor(fields, { ...more, zone, window: { field: names.micros, ...window } });
}

/** An empty list in commas is an empty text. */
function listOf(cell: unknown): unknown {
  return cell === "" ? [] : cell;
}

test("rows in any spelling become the rows that they were", async () => {
  await fc.assert(
    fc.property(spelled, (answer) => {
      const rows = write(answer);
      const { readings, missing } = learn(rows, asked(answer), known());
      expect(missing).toEqual([]);
      const form = rewriter(asked(answer), readings) ?? ((row: Buffer) => row);
      const { step, write: spell } = answer.time[1];
      const read = rows.map((row): Truth => {
        const cells: Record<string, unknown> = JSON.parse(form(row).toString("utf8"));
        const cell = (name: keyof Truth) => cells[names[name]] ?? null;
        return truthSchema.parse({
          id: cell("id"),
          micros: readMicros(cell("micros")) ?? null,
          list: listOf(cell("list")),
          note: cell("note"),
          number: cell("number"),
        });
      });
      // Of the hour that clocks repeat, cells of them alone cannot tell which of the two it is: the first one is read.
      const first = (micros: number) =>
        spell(micros - hourMicros, answer.zone) === spell(micros, answer.zone) ? micros - hourMicros : micros;
      const told = (micros: number | null) => {
        const one = micros === null ? null : first(micros);
        return one === null ? null : one - (one % step);
      };
      expect(read).toEqual(answer.rows.map((row) => ({ ...row, micros: told(row.micros) })));
      // What was learned is all there is to learn, and what is written is left alone; only a false Z looks like a true one.
      expect(learn(rows, asked(answer), readings).changed).toBe(false);
      if (answer.time[0] === "false Z") return;
      for (const row of rows.map(form)) expect(form(row)).toBe(row);
    }),
    { numRuns: long(200, 3000) },
  );
});

test("rows that are as usual are not touched at all", async () => {
  const usual = <T>(record: Readonly<Record<string, T>>) => Object.entries(record).slice(0, 1);
  const [time] = usual(timeSpellings);
  const [list] = usual(listSpellings);
  const [key] = usual(keySpellings);
  if (!time || !list || !key) throw new Error("The usual spellings come first.");
  await fc.assert(
    fc.property(spelled, (answer) => {
      const rows = write({ ...answer, time, list, key, zone: "UTC" });
      const learned = learn(rows, asked({ ...answer, zone: "UTC" }), known());
      expect(learned).toEqual({ readings: known(), missing: [], changed: false });
      expect(rewriter(asked({ ...answer, zone: "UTC" }), learned.readings)).toBeUndefined();
    }),
  );
});

test("whatever is believed, only times and lists that were asked for change, and rows stay rows", async () => {
  const key: fc.Arbitrary<string> = fc.constantFrom("a", "b.c", "c", "t", "__proto__", 'é\n"');
  const row = fc.dictionary(
    key,
    fc.oneof(fc.jsonValue({ maxDepth: 1 }), fc.integer(), fc.constant("2026-11-01 10:00:00")),
  );
  const readings = fc.record<Readings>({
    keys: fc.dictionary(key, key),
    times: fc.dictionary(key, fc.constantFrom("iso:open", "epoch-s:stated", "iso:false")),
    lists: fc.dictionary(key, fc.constantFrom("json-text", "comma-text", "flags")),
    notReturned: fc.constant([]),
  });
  await fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 4 }),
      fc.uniqueArray(key),
      readings,
      (rows, fields, believed) => {
        const query = askedFor(fields, { times: new Set(["t"]) });
        const bytes = rows.map((one) => Buffer.from(JSON.stringify(one)));
        const form = rewriter(query, believed) ?? ((one: Buffer) => one);
        bytes.forEach((one, place) => {
          const before = Object.entries(rows[place] ?? {});
          const after: [string, unknown][] = Object.entries(JSON.parse(form(one).toString("utf8")));
          expect(after.length).toBe(before.length);
          after.forEach(([name, cell], at) => {
            const [oldName, oldCell] = before[at] ?? [];
            const isRenamed = name !== oldName;
            if (isRenamed) expect(fields).toContain(name);
            if (!fields.includes(name)) expect(JSON.stringify(cell)).toBe(JSON.stringify(oldCell));
          });
        });
        expect(() => learn(bytes, query, believed)).not.toThrow();
      },
    ),
    { numRuns: long(300, 5000) },
  );
});

test("bytes between the cells that change stay, and so do numbers that a double cannot hold", () => {
  const query = askedFor(["X.T", "X.Id"], { times: new Set(["X.T"]) });
  const row = Buffer.from('{ "Id" : 12345678901234567890 , "more":[1.0,-0], "t":1793527200123}');
  const { readings, changed } = learn([row], query, known());
  expect(changed).toBe(true);
  expect(rewriter(query, readings)?.(row).toString()).toBe(
    '{ "X.Id" : 12345678901234567890 , "more":[1.0,-0], "X.T":"2026-11-01T10:00:00.123Z"}',
  );
});

test("a field without a cell in any row is told once, and one that comes back is returned again", () => {
  const query = askedFor(["A.x", "A.y"]);
  const rows = [Buffer.from('{"A.x":1}'), Buffer.from('{"A.x":2}')];
  expect(learn(rows, query, known())).toMatchObject({ missing: ["A.y"], changed: false });
  const given = known({ notReturned: ["A.y", "other"] });
  expect(learn(rows, query, given)).toEqual({ readings: given, missing: [], changed: false });
  const back = learn([...rows, Buffer.from('{"A.y":null}')], query, given);
  expect(back).toMatchObject({ missing: [], changed: true, readings: { notReturned: ["other"] } });
  expect(learn([], query, known()).missing).toEqual([]);
});

test("a key that other rows lack is no fault", () => {
  const query = askedFor(["A.x", "A.y"]);
  const rows = [Buffer.from('{"x":1}'), Buffer.from('{"y":2}'), Buffer.from("{}")];
  const { readings, missing } = learn(rows, query, known());
  expect(missing).toEqual([]);
  expect(rows.map((row) => rewriter(query, readings)?.(row).toString())).toEqual(['{"A.x":1}', '{"A.y":2}', "{}"]);
});
