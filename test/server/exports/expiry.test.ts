import { expect, test } from "vitest";
import { newExportSchema } from "../../../contract/export.ts";
import { manifestSchema } from "../../../contract/manifest.ts";
import { expiry } from "../../../server/exports/keep/expiry.ts";
import { newManifest } from "../../../server/exports/new-manifest.ts";
import { order } from "./support.ts";

const hour = 3_600_000;
const day = 24 * hour;
const begun = Date.parse("2026-11-22T12:00:00Z");

const account = {
  mode: "twilio",
  account: "…0000",
  fields: {},
  chosen: {},
  refused: [],
  grains: [],
  known: 0,
  version: "0",
} as const;

function finishedAt(ms: number, id?: string) {
  const manifest = newManifest(newExportSchema.parse(order), { ...account, refused: [], grains: [] });
  const finished = { state: "complete", complete: true, finishedAt: new Date(ms).toISOString(), ...(id ? { id } : {}) };
  return manifestSchema.parse({ ...manifest, ...finished });
}

/** Two clocks that a test sets, and the looks of a week's retention ten minutes apart. */
function clocks() {
  const time = { steady: begun, wall: begun };
  const kept = expiry({
    retentionMs: 7 * day,
    secondLookMs: 9 * 60_000,
    steady: () => time.steady,
    wall: () => time.wall,
  });
  const pass = (ms: number) => {
    time.steady += ms;
    time.wall += ms;
  };
  return { time, kept, pass };
}

test("an export goes at the second look, minutes after the first", () => {
  const { kept, pass } = clocks();
  const old = finishedAt(begun - 8 * day);
  expect(kept.isOver(old)).toBe(false);
  expect(kept.isOver(old)).toBe(false);
  pass(10 * 60_000);
  expect(kept.isOver(old)).toBe(true);
});

test("one that is not old enough, or runs, does not", () => {
  const { kept, pass } = clocks();
  const young = finishedAt(begun - 6 * day);
  const running = { ...finishedAt(begun - 8 * day), state: "running" as const };
  for (let look = 0; look < 3; look += 1, pass(10 * 60_000)) {
    expect([young, running].map(kept.isOver)).toEqual([false, false]);
  }
});

test.each([
  ["forward", 365 * day],
  ["back", -365 * day],
])("a wall clock that is set %s while the server runs deletes nothing", (_, by) => {
  const { time, kept, pass } = clocks();
  const young = finishedAt(begun - day);
  time.wall += by;
  for (let look = 0; look < 5; look += 1, pass(10 * 60_000)) expect(kept.isOver(young)).toBe(false);
});

test("nor does one that was wrong at the start and is set right a minute later", () => {
  const { time, kept, pass } = clocks();
  time.steady += 365 * day;
  time.wall += 365 * day;
  const young = finishedAt(begun - day);
  expect(kept.isOver(young)).toBe(false);
  pass(60_000);
  time.wall -= 365 * day;
  for (let look = 0; look < 5; look += 1, pass(10 * 60_000)) expect(kept.isOver(young)).toBe(false);
});
