import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "./support/fixtures.ts";
import { faulty } from "./support/settings.ts";

test.use({ settings: faulty });

const run = promisify(execFile);
const script = (name: string, ...args: string[]) =>
  run(process.execPath, ["--import", "tsx", `scripts/${name}.ts`, ...args]);

test("the command exports the rows that the browser does, and verify-export finds them whole", async ({
  page,
  dashboard,
  product,
}) => {
  await dashboard.goto("v=1&lens=analysis&range=90d&tz=UTC");
  await expect(dashboard.foot).toHaveText("100 loaded, more available");
  const download = page.waitForEvent("download");
  await dashboard.exports.start({ name: "browser", format: "NDJSON" });
  const item = dashboard.exports.item("browser");
  await expect(item).toContainText(/Complete: [\d,]+ rows/);
  const lines = (await readFile(await (await download).path(), "utf8")).trimEnd().split("\n");
  expect(lines).toHaveLength(await dashboard.charts.population());

  const exported = join(product.folder, "data", "exports");
  const entries = await readdir(exported, { withFileTypes: true });
  for (const { name } of entries.filter((entry) => entry.isDirectory())) {
    const { stdout } = await script("verify-export", join(exported, name));
    const rows = lines.length.toLocaleString("en");
    expect(stdout).toContain(
      `${rows} rows, complete (agrees: ${lines.length} of ${lines.length} conversations), SHA-256`,
    );
  }

  const folder = await mkdtemp(join(tmpdir(), "earshot-command-"));
  try {
    const out = join(folder, "view.ndjson");
    await script("export", "--view", page.url(), "--format", "ndjson", "--out", out);
    expect((await readFile(out, "utf8")).trimEnd().split("\n")).toEqual(lines);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
