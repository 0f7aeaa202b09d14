import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parseRows } from "../../../server/exports/formats/cells/exact.ts";
import { readColumns } from "../../../server/exports/formats/columns/cell-columns.ts";
import { spoolWatermark } from "../../../server/exports/formats/spool/watermark.ts";
import { long } from "../../support/long.ts";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "earshot-cells-"));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const fields = ["Id", "Channels", "__proto__", 'quoted "name"', "é"];
const digits = fc.stringMatching(/^-?(0|[1-9]\d{0,21})(\.\d{1,8})?([eE][+-]?\d{1,2})?$/);
const text = fc.string({ unit: "binary", maxLength: 8 }).map((one) => JSON.stringify(one));
const scalar = fc.oneof(digits, text, fc.constantFrom("null", "true", "false"));
const list = fc.array(scalar, { maxLength: 3 }).map((members) => `[${members.join(",")}]`);
const value = fc.oneof(scalar, list, fc.constantFrom("{}", '{"a":[1.0,{"b":-0}]}'));
/** Rows as they stand in a spool: any of the fields in any order, some twice, beside one that is not asked for. */
const row = fc
  .array(fc.tuple(fc.constantFrom(...fields, "Other"), value), { maxLength: 8 })
  .map((cells) => `{${cells.map(([name, json]) => `${JSON.stringify(name)}:${json}`).join(",")}}\n`);

test("cells that are cut out of the rows are those of the parsed rows, in groups of the size asked for", async () => {
  const path = join(folder, "rows.ndjson");
  const property = fc.asyncProperty(
    fc.array(row, { maxLength: 12 }),
    fc.record({ rows: fc.integer({ min: 1, max: 5 }), bytes: fc.constantFrom(60, Number.POSITIVE_INFINITY) }),
    async (lines, size) => {
      const bytes = Buffer.from(lines.join(""));
      await writeFile(path, bytes);
      const watermark = spoolWatermark();
      watermark.grow(bytes.length);
      watermark.end();
      const groups: unknown[][][] = [];
      for await (const columns of readColumns(fields, { path, watermark }, size)) groups.push(columns);
      const rows = lines.length > 0 ? parseRows(lines.join("")) : [];
      let next = 0;
      for (const [place, columns] of groups.entries()) {
        const group = lines.slice(next, next + (columns[0]?.length ?? 0));
        next += group.length;
        const upTo = (end: number) => Buffer.byteLength(group.slice(0, end).join(""));
        const isFull = group.length === size.rows || upTo(group.length) >= size.bytes;
        expect(isFull || place === groups.length - 1).toBe(true);
        expect(group.length <= size.rows && upTo(group.length - 1) < size.bytes).toBe(true);
      }
      fields.forEach((field, place) => {
        const cells = groups.flatMap((columns) => columns[place] ?? []);
        const expected = rows.map((one) => (Object.hasOwn(one, field) ? one[field] : undefined));
        // `flatMap` opens groups and never the lists in cells, which lie one level deeper.
        expect(cells).toEqual(expected);
      });
    },
  );
  await fc.assert(property, { numRuns: long(100, 3000) });
});
