import { afterAll, beforeAll, expect, test } from "vitest";
import type { Account } from "../../../server/stand-in/account.ts";
import { createAccount } from "../../../server/stand-in/account.ts";
import { dialectNames } from "../../../server/stand-in/dialect/list.ts";
import { serve } from "../../../server/stand-in/start.ts";
import { startBefore } from "../../support/servers/proxy.ts";
import { mainJob } from "./main-job.ts";
import { readTruth, type TrueConversation } from "./truth.ts";

const now = new Date("2026-11-20T12:00:00Z");
const window = { from: Date.parse("2026-11-10T05:00:00Z"), to: Date.parse("2026-11-16T05:00:00Z") };
const zone = "America/New_York";

let data: Account;
let truth: TrueConversation[];

beforeAll(async () => {
  data = await createAccount({ conversations: 6000, seed: 11, now });
  const plain = await serve(data, { conversations: 0, now });
  truth = await readTruth(plain);
  await plain.close();
});
afterAll(() => data.close());

const only = process.env.DIALECTS?.split(" ");

test.each(only ?? dialectNames)(
  "the main job is right or says what it lacks: %s",
  { timeout: 60_000 },
  async (name) => {
    const jobTimes = { pendingMs: 0, runningMs: 0 };
    const standIn = await serve(data, {
      conversations: 0,
      now,
      jobTimes,
      dialect: name === "none" ? [] : name.split("+"),
    });
    const proxy = await startBefore(standIn);
    try {
      const report = await mainJob({ base: proxy.url, zone, window, truth });
      if (report.said.length > 0) process.stdout.write(`${name} SAID ${JSON.stringify(report.said)}\n`);
      if (report.wrong.length > 0) process.stdout.write(`${name} WRONG ${JSON.stringify(report.wrong)}\n`);
      expect(report.wrong).toEqual([]);
    } finally {
      await proxy.close();
      await standIn.close();
    }
  },
);
