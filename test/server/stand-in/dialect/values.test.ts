import { afterAll, beforeAll, expect, test } from "vitest";
import type { Account } from "../../../../server/stand-in/account.ts";
import { words } from "../support.ts";
import { bothRows, someData, speaking } from "./support.ts";

let data: Account;
beforeAll(async () => {
  data = await someData();
});
afterAll(() => data.close());

const query = { dimensions: ["Id", "Channels", "Status"] };

test.each<[word: string, shown: string, taken: string]>([
  ["values-lower-cells", "voice", "VOICE"],
  ["values-upper-cells", "VOICE", "voice"],
  ["values-mixed-filters", "voice", "VOICE"],
  ["values-mixed-filters", "whatsapp", "whatsapp"],
  ["values-renamed-cells", "voice", "5eciov"],
  ["values-padded-cells", "voice   ", "voice"],
])("%s: rows have “%s”, and filters take “%s”", async (word, shown, taken) => {
  const { told, truth } = await bothRows(data, [word], { query });
  const plain = shown.trim().toLowerCase();
  expect(told.flatMap((row) => words(row.Channels)).filter((value) => value === shown)).toHaveLength(
    truth.flatMap((row) => words(row.Channels)).filter((value) => value === plain).length,
  );
  const asked = await speaking(data, [word]);
  const by = async (value: string) => {
    const expressions = [{ op: "IN" as const, field: "Channels", values: [value] }];
    return (await asked.rows({ ...query, filters: [{ expressions }] })).map(({ Id }) => Id);
  };
  expect(await by(taken)).toEqual(truth.filter((row) => words(row.Channels).includes(plain)).map(({ Id }) => Id));
  if (shown !== taken) expect(await by(shown)).toEqual([]);
});
