import { afterAll, beforeAll, expect, test } from "vitest";
import { type Account, createAccount } from "../../../server/stand-in/account.ts";
import { serve } from "../../../server/stand-in/start.ts";
import { startBefore } from "../../support/servers/proxy.ts";
import { exported } from "../dialect/export-job.ts";
import { frameOf } from "../dialect/main-job.ts";
import type { JobReport } from "../dialect/report.ts";
import { readTruth, type TrueConversation } from "../dialect/truth.ts";

const now = new Date("2026-11-20T12:00:00Z");
const window = { from: Date.parse("2026-08-10T05:00:00Z"), to: Date.parse("2026-11-20T05:00:00Z") };
const zone = "America/New_York";
/** Three pages, so that a job is asked for. */
const conversations = 2300;
const jobTimes = { pendingMs: 0, runningMs: 0 };

let data: Account;
let truth: TrueConversation[];

beforeAll(async () => {
  data = await createAccount({ conversations, seed: 11, now });
  const plain = await serve(data, { conversations: 0, now });
  truth = await readTruth(plain);
  await plain.close();
});
afterAll(() => data.close());

/** Without any dialect it takes eight: a count, two pages, a job with its state, three pages of results. */
test.each([
  ["none", "complete", 8],
  // What may be missing is looked for: behind the last row, and among the ids, which are as many pages again.
  ["counts-approximate", "doubtful", 18],
  ["shape-lost-row", "doubtful", 18],
  ["clickhouse", "doubtful", 18],
  // Where Earshot cuts the range itself it counts itself, too.
  ["range-refused+counts-approximate", "complete", 8],
  ["empty-lost", "complete", 24],
  ["row-cap=200", "complete", 24],
  ["jobs-500", "complete", 10],
  ["jobs-failed", "complete", 10],
])("an export of an account that is %s ends as %s within %i calls", async (name, state, calls) => {
  const dialect = name === "none" ? [] : name.split("+");
  const standIn = await serve(data, { conversations: 0, now, jobTimes, dialect });
  const proxy = await startBefore(standIn);
  try {
    const { frame, fields, request } = await frameOf({ base: proxy.url, zone, window, truth });
    const report: JobReport = { wrong: [], said: [] };
    const status = await exported(frame, fields, request, report);
    expect(report.wrong).toEqual([]);
    expect(status.state).toBe(state);
    expect(status.calls).toBeLessThanOrEqual(calls);
  } finally {
    await proxy.close();
    await standIn.close();
  }
});
