import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Account, createAccount } from "../../../server/stand-in/account.ts";
import { dialectNames } from "../../../server/stand-in/dialect/list.ts";
import { serve } from "../../../server/stand-in/start.ts";
import { long } from "../../support/long.ts";
import { startBefore } from "../../support/servers/proxy.ts";
import { mainJob } from "./main-job.ts";
import type { JobReport } from "./report.ts";
import { readTruth, type TrueConversation } from "./truth.ts";

const now = new Date("2026-11-20T12:00:00Z");
const window = { from: Date.parse("2026-11-10T05:00:00Z"), to: Date.parse("2026-11-16T05:00:00Z") };
const zone = "America/New_York";

let data: Account;
/** Ids that are numbers are ids of their own. */
const ownIds = "ids-big-numbers";
let truth: TrueConversation[];
let truthOfNumbers: TrueConversation[];

beforeAll(async () => {
  data = await createAccount({ conversations: long(1200, 3000), seed: 11, now });
  const read = async (dialect: readonly string[]) => {
    const plain = await serve(data, { conversations: 0, now, dialect });
    const all = await readTruth(plain);
    await plain.close();
    return all;
  };
  truth = await read([]);
  truthOfNumbers = await read([ownIds]);
});
afterAll(() => data.close());

async function jobOver(dialect: readonly string[]): Promise<JobReport> {
  const jobTimes = { pendingMs: 0, runningMs: 0 };
  const standIn = await serve(data, { conversations: 0, now, jobTimes, dialect });
  const proxy = await startBefore(standIn);
  try {
    const own = dialect.includes(ownIds) ? truthOfNumbers : truth;
    return await mainJob({ base: proxy.url, zone, window, truth: own });
  } finally {
    await proxy.close();
    await standIn.close();
  }
}

/** It never answers, which takes a query and its job all the time that they are given. */
const tooSlow: readonly string[] = ["slow-silent"];

/** One of each kind, those together that do not touch each other; in the long form all of them alone as well. */
const some = [
  "page-limit=30+content-gzip+keys-unqualified+range-no-z",
  "order-refused+jobs-404+shape-no-meta",
  "range-refused+empty-lost",
  "array-filter-refused",
  "dimension-limit+arrays-exploded-empty-lost",
  "rows-twice+empty-lost",
  "shape-lost-row+arrays-exploded-empty-lost",
  "in-refused+groups-small-hidden",
  "groups-small-other+arrays-blank",
  "times-false-z+arrays-clickhouse",
  "arrays-exploded-empty-lost",
  "names-lower+ties-shuffled",
  "row-cap=40",
  "times-own-zone-west+grains-end",
  "rows-nested+page-next-url+metadata-maps",
  "filters-ignored+order-ignored",
  "range-needed+rows-lists+shape-code+page-has-more",
  "cube-0",
  "clickhouse",
];
const all = dialectNames.filter((name) => !tooSlow.includes(name));

test("an account as it is documented is told exactly", { timeout: 60_000 }, async () => {
  expect(await jobOver([])).toMatchObject({ wrong: [], said: [] });
});

const chosen = process.env["EARSHOT_DIALECTS"]?.split(" ") ?? (long(0, 1) === 1 ? [...all, ...some] : some);

/** Accounts that are told exactly, so that nothing has to be said. */
const exact: ReadonlySet<string> = new Set([
  "grains-opaque",
  "arrays-json",
  "arrays-clickhouse",
  "arrays-comma",
  "arrays-and",
  "times-own-zone",
  "times-own-zone-west",
  "times-own-zone-west+grains-end",
  "times-own-false-z",
  "range-own-zone",
  "grains-end",
]);

test.each(chosen)("nothing is wrong without a word: %s", { timeout: 120_000 }, async (name) => {
  const { wrong, said } = await jobOver(name.split("+"));
  expect(wrong).toEqual([]);
  if (exact.has(name)) expect(said).toEqual([]);
});

const pairs = fc.sample(fc.uniqueArray(fc.constantFrom(...all), { minLength: 2, maxLength: 2 }), {
  numRuns: long(2, 300),
  seed: 7,
});

test.each(pairs)("nothing is wrong without a word: %s and %s", { timeout: 120_000 }, async (...names) => {
  const { wrong } = await jobOver(names);
  expect(wrong).toEqual([]);
});
