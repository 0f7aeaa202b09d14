import { expect, test } from "vitest";
import { readConfig } from "../../../server/config/config.ts";

test("the sample account's own settings are read", () => {
  const env = { SAMPLE_RATE_LIMIT: " 5/45s ", SAMPLE_FAULTS: "1", SAMPLE_LIVE: "1" };
  expect(readConfig(env).account).toMatchObject({
    rateLimit: { requests: 5, seconds: 45 },
    faults: true,
    live: true,
  });
  const off = readConfig({ SAMPLE_FAULTS: "0", SAMPLE_LIVE: "" }).account;
  expect(off).toEqual({ kind: "sample", conversations: 100_000, catalogue: "reference" });
});

test.each([
  { SAMPLE_RATE_LIMIT: "5" },
  { SAMPLE_RATE_LIMIT: "0/45s" },
  { SAMPLE_RATE_LIMIT: "5/45m" },
  { SAMPLE_FAULTS: "yes" },
  { SAMPLE_LIVE: "2" },
])("a wrong one stops the start: %j", (env) => {
  expect(() => readConfig(env)).toThrow(Object.keys(env)[0]);
});
