import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { type Account, createAccount } from "../../../server/stand-in/account.ts";
import { serve } from "../../../server/stand-in/start.ts";
import { startBefore } from "../../support/servers/proxy.ts";
import { exported } from "../dialect/export-job.ts";
import { checkFacets, countOf } from "../dialect/figures.ts";
import { frameOf } from "../dialect/main-job.ts";
import type { JobReport } from "../dialect/report.ts";
import { readTruth, type TrueConversation } from "../dialect/truth.ts";

const now = new Date("2026-11-20T12:00:00Z");
const window = { from: Date.parse("2026-08-10T05:00:00Z"), to: Date.parse("2026-11-20T05:00:00Z") };
const zone = "America/New_York";
const jobTimes = { pendingMs: 0, runningMs: 0 };

/**
 * Three pages, so that a job is asked for: of few rows, which are counted exactly, of some, where an estimate has to be
 * told from a loss, or of many.
 */
const sizes = {
  few: { conversations: 230, pages: ["page-limit-silent=100"] },
  some: { conversations: 700, pages: ["page-limit-silent=300"] },
  many: { conversations: 2300, pages: [] },
} as const;
type Size = keyof typeof sizes;

const data: Partial<Record<Size, { account: Account; truth: TrueConversation[] }>> = {};

beforeAll(async () => {
  for (const size of ["few", "some", "many"] as const) {
    const account = await createAccount({ conversations: sizes[size].conversations, seed: 11, now });
    const plain = await serve(account, { conversations: 0, now });
    data[size] = { account, truth: await readTruth(plain) };
    await plain.close();
  }
});
afterAll(() => {
  for (const { account } of Object.values(data)) account.close();
});

/** Without any dialect it takes eight: a count, two pages, a job with its state, three pages of results. */
test.each([
  ["few", "none", "agrees", 8],
  // What may be missing is looked for: behind the last row, and among the ids, which are as many pages again.
  ["many", "counts-approximate", "near", 18],
  ["few", "shape-lost-row", "agrees", 34],
  ["many", "clickhouse", "near", 18],
  // Six parts, each counted and listed.
  ["some", "counts-approximate", "near", 34],
  ["some", "counts-approximate+ties-shuffled", "near", 34],
  ["some", "clickhouse", "near", 34],
  // Where Earshot cuts the range itself it counts itself, too.
  ["many", "range-refused+counts-approximate", "agrees", 8],
  ["few", "empty-lost", "agrees", 24],
  ["few", "row-cap=20", "agrees", 24],
  ["few", "jobs-500", "agrees", 10],
  ["few", "jobs-failed", "agrees", 10],
  // A token that is taken for an expired one: in the middle of a job's results, of the query's pages, of what is
  // asked for behind the end, and of the rows that a count is made from.
  ["few", "tokens-gone+page-limit-silent=30", "agrees", 16],
  ["few", "tokens-gone+page-limit-silent=30+jobs-500", "agrees", 13],
  ["few", "tokens-gone=9+page-limit-silent=30+jobs-500+empty-lost", "agrees", 43],
  ["few", "tokens-gone+page-limit-silent=30+jobs-500+range-refused", "agrees", 22],
] satisfies [Size, string, string, number][])(
  "of %s rows, the figures of an account that is %s are told to be “%s” within %i calls",
  async (size, name, verdict, calls) => {
    const { account, truth } = data[size] ?? expect.fail("no data");
    const dialect = [...sizes[size].pages, ...(name === "none" ? [] : name.split("+"))];
    const standIn = await serve(account, { conversations: 0, now, jobTimes, dialect });
    const proxy = await startBefore(standIn);
    try {
      const { frame, fields, request } = await frameOf({ base: proxy.url, zone, window, truth });
      const report: JobReport = { wrong: [], said: [] };
      const status = await exported(frame, fields, request, report);
      expect(report.wrong).toEqual([]);
      expect(status.check?.verdict).toBe(verdict);
      expect(status.state).toBe(verdict === "agrees" ? "complete" : "doubtful");
      expect(status.calls).toBeLessThanOrEqual(calls);
    } finally {
      await proxy.close();
      await standIn.close();
    }
  },
);

test("a file held against a count that is rounded is unverified, also where all rows are there", {
  timeout: 60_000,
}, async () => {
  const { account, truth } = data.few ?? expect.fail("no data");
  const standIn = await serve(account, { conversations: 0, now, jobTimes, dialect: ["counts-rounded"] });
  const proxy = await startBefore(standIn);
  onTestFinished(async () => {
    await proxy.close();
    await standIn.close();
  });
  const report: JobReport = { wrong: [], said: [] };
  const { frame, fields, request } = await frameOf({ base: proxy.url, zone, window, truth });
  // That it rounds shows where counts of groups stand beside that of all, as on the screen.
  await checkFacets(frame, fields, await countOf("count", frame, fields, report), report);
  const { check, fileName, notes } = await exported(frame, fields, request, report);
  const found = truth.filter(({ created }) => created >= window.from && created < window.to).length;
  const counted = Math.round(found / 10) * 10;
  expect(check).toMatchObject({ verdict: "near", found, counted, roundedTo: 10 });
  expect(fileName).toContain(`_unverified-${found}-counted-${counted}`);
  expect(notes.map(({ key }) => key)).toContain("checkRounded");
});

test.each([
  ["few", "counts-rounded", "2026-11-03", { verdict: "near", roundedTo: 10 }],
  ["few", "counts-capped=20", "2026-08-10", { verdict: "near", cappedAt: 20, counted: 20 }],
  // The list is of one page, in which clocks are changed.
  ["few", "times-own-zone", "2026-08-10", { verdict: "agrees" }],
  ["some", "times-own-zone", "2026-08-10", { verdict: "agrees" }],
] as const)(
  "of %s rows, an account that is %s and that nobody has looked at is looked at by its export",
  {
    timeout: 60_000,
  },
  async (size, name, from, check) => {
    const { account, truth } = data[size] ?? expect.fail("no data");
    const standIn = await serve(account, { conversations: 0, now, jobTimes, dialect: [name] });
    const proxy = await startBefore(standIn);
    onTestFinished(async () => {
      await proxy.close();
      await standIn.close();
    });
    const report: JobReport = { wrong: [], said: [] };
    const own = { from: Date.parse(`${from}T05:00:00Z`), to: Date.parse("2026-11-16T05:00:00Z") };
    const { frame, fields, request } = await frameOf({ base: proxy.url, zone, window: own, truth }, false);
    const status = await exported(frame, fields, request, report);
    expect(status.check).toMatchObject(check);
    expect(report.wrong).toEqual([]);
    expect(status.state).toBe(check.verdict === "near" ? "doubtful" : "complete");
    if (check.verdict === "agrees") expect(report.said).toEqual([]);
  },
);
