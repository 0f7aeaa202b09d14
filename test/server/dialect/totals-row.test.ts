import { expect, test } from "vitest";
import type { Row } from "../../../contract/page.ts";
import { type Asked, account } from "./values/account.ts";

const byChannel: Asked = { measures: ["Count"], dimensions: ["Channels"] };
const conversations = ["voice open", "voice open", "voice closed", "sms open", "- open", "- closed"];
const groups = [
  { Channels: "sms", Count: 1 },
  { Channels: "voice", Count: 3 },
  { Channels: null, Count: 2 },
];
const sorted = (rows: readonly Row[]) => rows.toSorted((a, b) => (String(a.Channels) > String(b.Channels) ? 1 : -1));

const sumOf = (rows: readonly Row[]) => rows.reduce((sum, row) => sum + Number(row.Count), 0);
const isGrouped = ({ dimensions = [], measures = [] }: Asked) => dimensions.length > 0 && measures.length > 0;

test.each([
  ["before the groups", (rows: readonly Row[], total: Row) => [total, ...rows]],
  ["behind the groups", (rows: readonly Row[], total: Row) => [...rows, total]],
])("a row of totals %s is left out, and it is said", async (_, join) => {
  const { ask } = await account(
    undefined,
    (rows, asked) => (isGrouped(asked) ? join(rows, { Count: sumOf(rows) }) : [...rows]),
    conversations,
  );
  const { items, notes } = await ask(byChannel);
  expect([sorted(items), notes]).toEqual([sorted(groups), ["dialectTotals"]]);
});

test("as many conversations without a value as with one are no totals", async () => {
  const half = ["voice open", "sms open", "- open", "- closed"];
  const sparse = (rows: readonly Row[]) =>
    rows.map(({ Channels, ...rest }) => (Channels === null ? rest : { Channels, ...rest }));
  const { ask } = await account(undefined, (rows, asked) => (isGrouped(asked) ? sparse(rows) : [...rows]), half);
  const { items, notes } = await ask(byChannel);
  expect([sumOf(items), notes]).toEqual([4, []]);
});
