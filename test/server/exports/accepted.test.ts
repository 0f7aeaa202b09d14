import { mkdir, writeFile } from "node:fs/promises";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type NewExportInput, newExportSchema } from "../../../contract/export.ts";
import { exportEventSchema, exportListSchema } from "../../../contract/export-status.ts";
import { exportFormats } from "../../../contract/formats.ts";
import { limits, readFirstFaults } from "../../../contract/limits.ts";
import { type Manifest, manifestSchema } from "../../../contract/manifest.ts";
import { entryOf, statusOf } from "../../../server/exports/entry.ts";
import { exportList } from "../../../server/exports/export-list.ts";
import { fileName } from "../../../server/exports/file-name.ts";
import { viewFacts } from "../../../server/exports/formats/sheet/view-sheet.ts";
import { exportPaths } from "../../../server/exports/keep/folders.ts";
import { writeManifest } from "../../../server/exports/keep/manifest-file.ts";
import { loadEntries } from "../../../server/exports/keep/stored.ts";
import { newManifest } from "../../../server/exports/new-manifest.ts";
import { planKey, renderPlan } from "../../../server/exports/render/plan.ts";
import { verifyExport } from "../../../server/exports/verify.ts";
import { ProblemError } from "../../../server/messages/problem.ts";
import { account } from "../../support/stored-exports.ts";
import { begin, dataFolder, ended, order, stage } from "./support.ts";

/** Texts as people and programs send them: empty, long, of any script, with halves of letters and signs of other systems. */
const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.constantFrom("", "..", "../../etc/passwd", "\ud800", "\u0000", "CON", "a/b\\c:d", "‮gpj", "e\u0301".repeat(200)),
);

/** Instants in all the ways that ISO 8601 has, most of them with a `Z`, and some that it has not. */
const anyInstant = fc
  .tuple(
    fc.oneof(
      {
        weight: 15,
        arbitrary: fc.date({ min: new Date("0000-01-01"), max: new Date("9999-12-31"), noInvalidDate: true }),
      },
      { weight: 1, arbitrary: fc.date({ noInvalidDate: true }) },
    ),
    fc.string({ unit: fc.constantFrom(..."0123456789"), maxLength: 11 }),
    fc.oneof({ weight: 15, arbitrary: fc.constant("Z") }, { weight: 1, arbitrary: fc.constantFrom("z", "+01:00", "") }),
    fc.boolean(),
  )
  .map(([date, digits, end, hasSeconds]) => {
    const minutes = date.toISOString().replace(/:\d\d\.\d{3}Z$/, "");
    return `${minutes}${hasSeconds ? `:59${digits && `.${digits}`}` : ""}${end}`;
  });

const knownZones = fc.constantFrom(...Intl.supportedValuesOf("timeZone"), "UTC", "Etc/GMT+5", "Etc/GMT-14", "GMT");
const oddZones = fc.constantFrom("utc", "+05:30", "-00:01", "+0530", "EST5EDT", "Z", "+24:00", "europe/berlin");
const anyZone = fc.oneof(
  { weight: 15, arbitrary: knownZones },
  { weight: 6, arbitrary: oddZones },
  { weight: 1, arbitrary: anyText },
);

const anyRange = fc.record({ from: anyInstant, to: anyInstant });

const anyOrder = fc.record<NewExportInput>(
  {
    request: fc.record(
      {
        query: fc.constant({ dimensions: ["Id"] }),
        properties: fc.record({ timezone: anyZone }, { requiredKeys: [] }),
      },
      { requiredKeys: ["query"] },
    ),
    columns: fc.array(
      fc.record({ field: fc.oneof(fc.constantFrom("Id", "__proto__", "Channel Ä"), anyText), header: anyText }),
      { minLength: 1, maxLength: 3 },
    ),
    format: fc.constantFrom(...exportFormats),
    zone: anyZone,
    name: anyText,
    range: anyRange,
    link: fc.oneof(anyText, fc.constant("x".repeat(limits.address + 1))),
    expectedRows: fc.oneof(fc.integer(), fc.double()),
    check: fc.record(
      {
        count: fc.constant("Count"),
        id: fc.constant("Id"),
        time: anyRange.map((range) => ({ field: "Time", ...range })),
      },
      { requiredKeys: ["count", "id"] },
    ),
  },
  { requiredKeys: ["request", "columns"] },
);

/** The manifest of an order that a server takes; undefined where it refuses it. */
function taken(body: NewExportInput): Manifest | undefined {
  const parsed = readFirstFaults(newExportSchema, JSON.parse(JSON.stringify(body)));
  if (!parsed.success) return undefined;
  try {
    return newManifest(parsed.data, account);
  } catch (error) {
    if (error instanceof ProblemError) return undefined;
    throw error;
  }
}

const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test("whatever is taken can be listed, told, named in every format, and read again from its manifest", () => {
  let count = 0;
  fc.assert(
    fc.property(anyOrder, (body) => {
      const manifest = taken(body);
      if (!manifest) return;
      count += 1;
      expect(asJson(manifestSchema.parse(asJson(manifest)))).toEqual(asJson(manifest));
      const ends: Manifest[] = [manifest, { ...manifest, state: "stopped", finishedAt: manifest.createdAt }];
      for (const one of ends) {
        const entry = entryOf("/nowhere", one);
        const item = statusOf(entry, 1000);
        expect(exportEventSchema.parse(asJson({ type: "changed", item }))).toMatchObject({ type: "changed" });
        const shelf = exportList(1000);
        shelf.put(entry);
        const page = exportListSchema.parse(asJson(shelf.page(10)));
        expect([page.items.length, page.damaged.length]).toEqual([1, 0]);
        for (const format of exportFormats) {
          const plan = renderPlan(one, { format });
          expect(planKey(plan, one)).toMatch(/^[0-9a-f]{32}\./);
          const name = fileName(one, format, plan.zone);
          expect(name).toMatch(/^[\p{L}\p{N}\p{M}_+-]+\.\w+$/u);
          expect(Buffer.byteLength(name)).toBeLessThan(400);
          viewFacts(plan, one, { cutCells: 0, repeatedTimes: 0 });
        }
      }
    }),
    { numRuns: 500 },
  );
  expect(count).toBeGreaterThan(15);
});

test("what is taken is there after a restart, and the command that verifies it finds nothing wrong", async () => {
  const root = dataFolder();
  const manifests = fc
    .sample(anyOrder, 150)
    .flatMap((body) => taken(body) ?? [])
    .slice(0, 25);
  for (const manifest of manifests) {
    const paths = exportPaths(root, manifest.id);
    await mkdir(paths.folder);
    await writeManifest(paths.manifest, { ...manifest, state: "stopped", finishedAt: manifest.createdAt });
    await writeFile(paths.rows, "");
    expect((await verifyExport(paths.folder)).faults).toEqual([]);
  }
  const { entries, damaged } = await loadEntries(root);
  expect(damaged).toEqual([]);
  expect(entries.map(({ manifest }) => manifest.id).sort()).toEqual(manifests.map(({ id }) => id).sort());
});

test("a range of more digits than an instant has is refused, not kept", () => {
  const range = { from: "2026-11-01T00:00:00.1234567890Z", to: "2026-11-02T00:00:00Z" };
  expect(taken({ ...order, range })).toBeUndefined();
  expect(taken({ ...order, range: { ...range, from: "2026-11-01T00:00:00.123456789Z" } })).toBeDefined();
});

test("no limit of what only tells where rows come from vetoes an export", async () => {
  const { proxy } = await stage({ rows: 3 });
  const long = "ü".repeat(50_000);
  const link = `http://127.0.0.1:4400/?v=1&id=${"conv_0123456789abcdef,".repeat(5000)}`;
  const columns = [{ field: "Id", header: long }];
  const id = await begin(proxy.url, { ...order, columns, name: long, link, expectedRows: -1.5 });
  expect(await ended(proxy.url, id)).toMatchObject({ state: "complete", rows: 3, name: long.slice(0, 200) });
  const manifest = await (await fetch(`${proxy.url}/api/exports/${id}/manifest`)).json();
  expect(manifest).toMatchObject({ link, notes: expect.any(Array) });
  const tooLong = await begin(proxy.url, { ...order, link: "x".repeat(limits.address + 1) });
  const { notes } = await ended(proxy.url, tooLong);
  expect(notes.map(({ key }) => key)).toContain("noteLongLink");
  const file = await fetch(`${proxy.url}/api/exports/${id}/file`);
  expect([file.status, (await file.text()).startsWith(long)]).toEqual([200, true]);
});
