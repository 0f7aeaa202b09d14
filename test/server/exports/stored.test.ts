import { randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { loadEntries } from "../../../server/exports/keep/stored.ts";

test("a folder that is being removed is no damaged export, and one that stays without a manifest is", async () => {
  const root = mkdtempSync(join(tmpdir(), "earshot-stored-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const [going, staying] = [randomUUID(), randomUUID()];
  for (const id of [going, staying]) {
    mkdirSync(join(root, id));
    for (const name of ["rows.ndjson", "other"]) writeFileSync(join(root, id, name), "");
  }
  const loaded = loadEntries(root);
  // Half of it is gone already, as when somebody's hand takes one file after the other.
  rmSync(join(root, going, "other"));
  setTimeout(() => rmSync(join(root, going), { recursive: true, force: true }), 50);
  expect(await loaded).toEqual({ entries: [], damaged: [{ id: staying, why: "exportUnreadable" }] });
});
