import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { newExportSchema } from "../../../contract/export.ts";
import type { Manifest } from "../../../contract/manifest.ts";
import { readManifest, writeManifest } from "../../../server/exports/keep/manifest-file.ts";
import { isAsWritten, manifestText } from "../../../server/exports/keep/manifest-seal.ts";
import { newManifest } from "../../../server/exports/new-manifest.ts";
import { long } from "../../support/long.ts";
import { account } from "../../support/stored-exports.ts";
import { dataFolder, order } from "./support.ts";

const manifest: Manifest = {
  ...newManifest(newExportSchema.parse({ ...order, name: "Späte Anrufe \u{1f600}" }), account),
  state: "complete",
  complete: true,
  finishedAt: "2026-11-30T12:00:00.000Z",
};

test("a manifest that was written is read as it was, and the digest is that of RFC 8785's form", async () => {
  const path = join(dataFolder(), "manifest.json");
  await writeManifest(path, manifest);
  expect(await readManifest(path)).toEqual({ kind: "read", manifest });
  expect(manifestText({ ...manifest, digest: "0".repeat(64) })).toBe(manifestText(manifest));
  // {"a":[1,{"b":null}],"é":"x"}
  const digest = "23cbb3b0a1bb875fd1479daed5c6cdf0fc8aaaadb53cc7b76c4eccc26fc31054";
  expect(isAsWritten({ é: "x", a: [1, { b: null }], digest })).toBe(true);
});

test("no change of a byte makes it say something else", async () => {
  const path = join(dataFolder(), "manifest.json");
  const bytes = Buffer.from(manifestText(manifest));
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ change;
      await writeFile(path, changed);
      const read = await readManifest(path);
      if (read.kind === "read") expect(read.manifest).toEqual(manifest);
    }),
    { numRuns: long(2000, 50_000) },
  );
});

/** Any text, halves of letters among it. */
const anyText = fc.array(fc.nat(0xffff), { maxLength: 20 }).map((codes) => String.fromCharCode(...codes));

test("members may stand in any order, and those of a later version count, too", () => {
  fc.assert(
    fc.property(anyText, anyText, (name, header) => {
      const text = manifestText({ ...manifest, name, columns: [{ field: "Id", header }] });
      const read: object = JSON.parse(text);
      const turned = Object.fromEntries(Object.entries(read).reverse());
      expect(isAsWritten(turned)).toBe(true);
      expect(isAsWritten({ ...turned, later: 1 })).toBe(false);
    }),
  );
});
