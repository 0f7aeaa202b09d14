import { dialectNames } from "../../server/stand-in/dialect/list.ts";
import { DialectAccount } from "./support/dialect-account.ts";
import { DialectJob } from "./support/dialect-job.ts";
import { dayOf } from "./support/dialect-truth.ts";
import { test as base, expect } from "./support/fixtures.ts";

const zone = "America/New_York";

const test = base.extend<{ words: readonly string[] }, { account: DialectAccount }>({
  account: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright takes only a pattern as the first parameter, and this fixture needs no other one
    async ({}, use) => {
      const account = await DialectAccount.create();
      await use(account);
      account.close();
    },
    { scope: "worker", timeout: 60_000 },
  ],
  words: [[], { option: true }],
  // One for each test: what an account takes is found out once, and that is a part of what is tested.
  product: async ({ account, words }, use) => {
    const product = await account.startProduct(words);
    await use(product);
    await product.stop();
  },
});

/** Amounts that a view of a few hundred conversations comes to. */
const amounts = new Map<string, readonly string[]>([
  ["row-cap", ["row-cap=200"]],
  ["slow-504", ["slow-504=200"]],
  ["slow-silent", ["slow-silent=200"]],
  ["cube-0", ["cube-0", "row-cap=200"]],
  ["cube-1", ["cube-1", "row-cap=200"]],
]);

/** One of each kind: page sizes, order, the spelling of times, a filter, times in cells, lists as text. */
const kinds = [
  "page-limit",
  "order-refused",
  "range-no-z",
  "array-filter-refused",
  "times-epoch-ms",
  "arrays-clickhouse",
];

for (const name of process.env.EARSHOT_LONG === "1" ? dialectNames : kinds) {
  test.describe(() => {
    test.use({ words: amounts.get(name) ?? [name] });

    test(`the main job is right or says what it lacks: ${name}`, async ({
      account,
      dashboard,
      page,
      calls,
      consoleWatch,
    }) => {
      // The browser itself says of each figure that the account refuses that it did not come; the screen says so, too.
      consoleWatch.allow(/Failed to load resource: .* status of 4\d\d .*\/api\/query/);
      const [from, to] = [5, 2].map((days) => dayOf(Date.now() - days * 86_400_000, zone));
      const truth = account.between(from ?? "", to ?? "", zone);
      const voice = truth.filter(({ channel }) => channel.includes("voice"));
      const job = new DialectJob(page, dashboard, calls, zone);
      await dashboard.goto(`v=1&range=${from}..${to}&tz=${zone}`);
      await job.step("the view", () => job.checkView(truth));
      await job.step("a tick", async () => {
        await dashboard.filters.choose("Channel", "Voice");
        await job.checkView(voice);
        await dashboard.filters.removeChip("Channel: Voice");
      });
      await job.step("a conversation", () => job.checkOpen(truth));
      await job.step("the file", () => job.checkExport(truth));
      test.info().annotations.push({ type: "said", description: job.report.said.join("\n") });
      expect(job.report.wrong).toEqual([]);
    });
  });
}
