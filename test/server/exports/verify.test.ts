import { execFile } from "node:child_process";
import { appendFile, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { manifestSchema } from "../../../contract/manifest.ts";
import { writeManifest } from "../../../server/exports/keep/manifest-file.ts";
import { verifyExport } from "../../../server/exports/verify.ts";
import { startSample } from "../../support/servers/proxy.ts";
import { begin, dataFolder, ended, stage } from "./support.ts";

test("a folder is verified, and every kind of damage is told", async () => {
  const set = await stage({ rows: 2500 });
  const id = await begin(set.proxy.url);
  await ended(set.proxy.url, id);
  const folder = join(set.folder, "exports", id);
  const rows = join(folder, "rows.ndjson");
  const whole = await readFile(rows);
  expect((await verifyExport(folder)).faults).toEqual([]);
  await writeFile(rows, whole.subarray(0, -1));
  expect((await verifyExport(folder)).faults.join(" ")).toMatch(/bytes .* rows .* sha256 .* Line 2500 .* not a whole/);
  await writeFile(rows, whole.toString().replace("conv_00000007", "conv_00000008"));
  expect((await verifyExport(folder)).faults).toEqual([expect.stringMatching(/^The sha256 of rows/)]);
  await writeFile(rows, whole);
  await appendFile(rows, "{}\n");
  expect((await verifyExport(folder)).faults).toHaveLength(3);
  await writeFile(rows, whole);
  const manifest = join(folder, "manifest.json");
  const check = {
    count: "Count",
    id: "Id",
    leftOut: 0,
    astray: 0,
    clashes: 0,
    restarted: false,
    verdict: "short" as const,
  };
  const text = await readFile(manifest, "utf8");
  await writeFile(manifest, text.replace('"calls": ', '"calls": 1'));
  expect((await verifyExport(folder)).faults).toEqual([expect.stringMatching(/^manifest.json has changed since/)]);
  await writeManifest(manifest, { ...manifestSchema.parse(JSON.parse(text)), check });
  expect((await verifyExport(folder)).faults).toEqual([
    "The manifest says complete, and that its figures do not agree.",
  ]);
  await rm(rows);
  expect((await verifyExport(folder)).faults).toEqual(["rows.ndjson is missing."]);
  await writeFile(manifest, "{");
  expect((await verifyExport(folder)).faults).toEqual(["manifest.json is not a manifest of this version."]);
  await rm(manifest);
  expect((await verifyExport(folder)).faults).toEqual(["manifest.json is missing."]);
});

const run = promisify(execFile);

test("the command exports the view at an address, with the screen's query and columns", {
  timeout: 60_000,
}, async () => {
  const proxy = await startSample({ conversations: 2500 });
  const out = join(dataFolder(), "view.csv");
  const view = `${proxy.url}/?v=1&range=90d&tz=Europe/Berlin`;
  try {
    const args = ["--import", "tsx", "scripts/export.ts", "--view", view, "--format", "csv", "--out", out];
    const wrong = ["--import", "tsx", "scripts/export.ts", "--view", "nowhere", "--out", out];
    const refused = expect(run(process.execPath, wrong)).rejects.toThrow("Use: npm run export");
    const { stderr } = await run(process.execPath, args);
    const lines = (await readFile(out, "utf8")).trimEnd().split("\r\n");
    expect(stderr).toContain(`${(lines.length - 1).toLocaleString("en")} rows in ${out}`);
    expect(lines.length).toBeGreaterThan(2000);
    expect(lines[0]).toContain("(Europe/Berlin)");
    const { items } = await (await fetch(`${proxy.url}/api/exports`)).json();
    expect(items).toMatchObject([{ zone: "Europe/Berlin", rows: lines.length - 1 }]);
    const manifest = await (await fetch(`${proxy.url}/api/exports/${items[0].id}/manifest`)).json();
    expect(manifest.link).toBe(view);
    await refused;
  } finally {
    await proxy.close();
  }
});
