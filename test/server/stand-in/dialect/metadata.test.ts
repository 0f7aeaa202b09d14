import { afterAll, beforeAll, expect, test } from "vitest";
import { metadataSchema } from "../../../../contract/metadata.ts";
import type { Account } from "../../../../server/stand-in/account.ts";
import { metadataPath } from "../support.ts";
import { someData, speaking } from "./support.ts";

let data: Account;
beforeAll(async () => {
  data = await someData({ conversations: 10 });
});
afterAll(() => data.close());

async function fieldsOf(words: readonly string[]) {
  const asked = await speaking(data, words);
  const { cubes } = metadataSchema.parse(await (await asked.send(metadataPath)).json());
  return cubes.flatMap(({ dimensions, measures }) => [...dimensions, ...measures]);
}

test.each<[word: string, types: Record<string, string | undefined>]>([
  ["types-clickhouse", { time: "DateTime64(6)", string: "String", number: "Float64" }],
  ["types-sql", { time: "TIMESTAMP", string: "VARCHAR", number: "NUMERIC" }],
  ["types-missing", {}],
])("%s: every field has the type of another system, or none", async (word, types) => {
  const truth = await fieldsOf([]);
  expect(new Set(truth.map(({ type }) => type))).toEqual(new Set(["time", "string", "number"]));
  const expected = truth.map((field) => ({ ...field, type: types[field.type ?? ""] }));
  expect(await fieldsOf([word])).toEqual(expected);
});

test("descriptions-missing: no field is described", async () => {
  const fields = await fieldsOf(["descriptions-missing"]);
  expect(fields.some((field) => "description" in field)).toBe(false);
  expect(fields.map(({ name }) => name)).toEqual((await fieldsOf([])).map(({ name }) => name));
});
