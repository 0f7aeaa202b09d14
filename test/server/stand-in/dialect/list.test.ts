import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { metadataSchema } from "../../../../contract/metadata.ts";
import { readConfig } from "../../../../server/config/config.ts";
import { ConfigError } from "../../../../server/config/config-error.ts";
import type { Account } from "../../../../server/stand-in/account.ts";
import {
  dialectNames,
  dialectSets,
  dialects,
  hooksOf,
  unknownDialects,
} from "../../../../server/stand-in/dialect/list.ts";
import { start } from "../../../../server/start.ts";
import { long } from "../../../support/long.ts";
import { type Asked, metadataPath } from "../support.ts";
import { jobsPath, someData, speaking } from "./support.ts";

const data: Record<string, Account> = {};
beforeAll(async () => {
  for (const catalogue of ["reference", "classic", "summary"] as const) {
    data[catalogue] = await someData({ conversations: 60, catalogue });
  }
});
afterAll(() => {
  for (const one of Object.values(data)) one.close();
});

test("names are one of a kind", () => {
  expect(new Set(dialectNames).size).toBe(dialectNames.length);
  expect(dialectNames.every((name) => /^[a-z0-9-]+$/.test(name))).toBe(true);
});

test("the documentation's table is the list", () => {
  const [, section = ""] = readFileSync("docs/stand-in-differences.md", "utf8").split("\n## Dialects\n");
  const [text = ""] = section.split("\n## ");
  const rows = [...text.matchAll(/^\| `([^`]+)` \| (.*) \|$/gm)].map(([, name, does]) => [name, does]);
  const sets = dialectSets.map(({ name, does, dialects }) => [
    name,
    `${does}: ${dialects.map((one) => `\`${one}\``).join(", ")}`,
  ]);
  const all = dialects.map((one) => ["usual" in one ? `${one.name}=${one.usual}` : one.name, one.does]);
  expect(rows).toEqual([...sets, ...all]);
});

test("a set is its dialects", () => {
  for (const { name, dialects: members } of dialectSets) {
    expect(unknownDialects(members)).toEqual([]);
    expect(hooksOf([name])).toHaveLength(members.length);
    expect(hooksOf([name, ...members])).toHaveLength(members.length);
  }
});

test("an amount holds over a set's, wherever it stands", () => {
  for (const words of [
    ["cube-0", "row-cap=7"],
    ["row-cap=7", "cube-0"],
  ]) {
    expect(hooksOf(words).map(({ paging }) => paging?.cap)).toContain(7);
  }
});

test.each(["tims-space", "times-space=3", "row-cap=0", "row-cap=", "ROW-CAP", "cube-0=3", "constructor"])(
  "%s is no dialect",
  (word) => {
    expect(unknownDialects([word])).toEqual([word]);
    expect(() => hooksOf([word])).toThrow(RangeError);
  },
);

test("SAMPLE_DIALECT is read as names, and unknown ones stop the start with all that are known", async () => {
  const config = readConfig({
    SAMPLE_DIALECT: " cube-0, row-cap=500 times-space,",
    PORT: "0",
    SAMPLE_CONVERSATIONS: "0",
  });
  expect(config.account).toMatchObject({ dialect: ["cube-0", "row-cap=500", "times-space"] });
  const wrong = readConfig({ SAMPLE_DIALECT: "cube-9", PORT: "0", SAMPLE_CONVERSATIONS: "0" });
  const starting = start(wrong, { clientFolder: "." });
  await expect(starting).rejects.toThrow(ConfigError);
  await expect(starting).rejects.toThrow(/SAMPLE_DIALECT.*times-space.*cube-0/);
});

const path = "/v3/InsightsDomains/Conversations/Query";

/** The statuses of what any screen asks: metadata, two pages of rows in an order, groups in a range, and a job. */
async function mainJob(asked: Asked): Promise<number[]> {
  const statuses: number[] = [];
  async function answer(to: string, request?: object): Promise<string> {
    const init = request && { method: "POST", body: JSON.stringify(request) };
    const response = await asked.send(to, init);
    statuses.push(response.status);
    return (await response.text()).replace(/^\uFEFF/, "");
  }
  const metadata = metadataSchema.safeParse(JSON.parse(await answer(metadataPath)));
  const cube = metadata.data?.cubes[0];
  const dimensions = (cube?.dimensions ?? []).map(({ name }) => name);
  const times = (cube?.dimensions ?? []).filter(({ type }) => type === "time").map(({ name }) => name);
  const measures = (cube?.measures ?? []).slice(0, 1).map(({ name }) => name);
  const properties = { timezone: "Europe/Berlin" };
  const range = { op: "GT", field: times[0] ?? "", values: ["2026-11-01T00:00:00.500Z"] };
  const rows = { query: { dimensions: dimensions.slice(0, 9), orderBy: [{ field: dimensions[0] ?? "" }] }, properties };
  const groups = {
    query: {
      dimensions: [...dimensions.slice(9, 10), ...times.slice(1, 2)],
      measures,
      filters: [{ expressions: [range] }],
    },
    properties,
  };
  const first = await answer(`${path}?pageSize=25`, rows);
  const token = /"nextToken":"([^"]+)"/.exec(first)?.[1];
  if (token) await answer(`${path}?pageToken=${encodeURIComponent(token)}`);
  await answer(path, groups);
  const id = /"operationId":"([^"]+)"/.exec(await answer(jobsPath, rows))?.[1];
  if (id) await answer(`${jobsPath}/${id}`);
  if (id) await answer(`${jobsPath}/${id}/Results?pageSize=20`);
  return statuses;
}

/** The dialects that answer with 5xx because it is what they do; and one that never answers is of no use here. */
const failing = /^(page-limit-500|jobs-500|slow-504|unavailable-once)/;
const usable = dialectNames.filter((name) => name !== "slow-silent");

async function crashes(catalogue: string, words: readonly string[]): Promise<number[]> {
  const account = data[catalogue];
  if (!account) throw new Error(`There is no catalogue ${catalogue}`);
  const asked = await speaking(account, words);
  const statuses = await mainJob(asked);
  await asked.standIn.close();
  expect(statuses.length).toBeGreaterThan(2);
  return words.some((word) => failing.test(word)) ? [] : statuses.filter((status) => status >= 500);
}

test("one, two or three dialects are never beyond the stand-in", async () => {
  const words = fc.uniqueArray(fc.constantFrom(...usable), { minLength: 1, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom("reference", "classic", "summary"), words, async (catalogue, chosen) => {
      expect(await crashes(catalogue, chosen)).toEqual([]);
    }),
    { numRuns: long(30, 200) },
  );
});

test("each dialect is named in a test of what it does", () => {
  const folder = "test/server/stand-in/dialect";
  const files = readdirSync(folder).filter((file) => file.endsWith(".test.ts") && file !== "list.test.ts");
  const said = files.map((file) => readFileSync(`${folder}/${file}`, "utf8")).join("\n");
  // The refusals of jobs are named by their statuses there.
  const names = dialects.map(({ name }) => name).filter((name) => !/^jobs-\d{3}$/.test(name));
  expect(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(said))).toEqual([]);
});
