import { expect, test } from "vitest";
import { accountSchema } from "../../../contract/account.ts";
import { newExportSchema } from "../../../contract/export.ts";
import { fileName } from "../../../server/exports/file-name.ts";
import { newManifest } from "../../../server/exports/new-manifest.ts";
import { order } from "./support.ts";

const account = accountSchema.parse({ mode: "twilio", account: "…1234", fields: {}, version: "0" });

test.each([
  // Whole days are named by the last one, also where one of them is an hour longer.
  ["2026-10-31T23:00:00Z", "2026-11-22T23:00:00Z", "2026-11-01_to_2026-11-22"],
  ["2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z", "2026-10-25_to_2026-10-25"],
  ["2026-11-15T11:30:00Z", "2026-11-22T12:30:00Z", "2026-11-15T1230_to_2026-11-22T1330"],
  ["2026-11-15T11:30:00Z", "2026-11-22T23:00:00Z", "2026-11-15T1230_to_2026-11-22"],
  ["2026-11-21T23:00:00Z", "2026-11-22T10:00:00Z", "2026-11-22_to_2026-11-22T1100"],
  // Of no time at all.
  ["2026-11-21T23:00:00Z", "2026-11-21T23:00:00Z", "2026-11-22_to_2026-11-22"],
])("a file of %s to %s is named %s", (from, to, range) => {
  const manifest = {
    ...newManifest(newExportSchema.parse({ ...order, range: { from, to } }), account),
    complete: true,
  };
  expect(fileName(manifest, "csv", "Europe/Berlin")).toBe(`Late-calls_${range}_Europe-Berlin.csv`);
});
