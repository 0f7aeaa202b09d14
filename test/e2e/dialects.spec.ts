import { dialectNames } from "../../server/stand-in/dialect/list.ts";
import type { TrueConversation } from "../server/dialect/truth.ts";
import type { Dashboard } from "./support/dashboard.ts";
import { DialectAccount } from "./support/dialect-account.ts";
import { allowProvoked } from "./support/dialect-console.ts";
import { FieldsDialog } from "./support/dialect-fields.ts";
import { type FileFormat, fileFormats } from "./support/dialect-files.ts";
import { DialectJob } from "./support/dialect-job.ts";
import { dayOf } from "./support/dialect-truth.ts";
import { test as base, expect } from "./support/fixtures.ts";

const zone = "America/New_York";

const test = base.extend<{ words: readonly string[] }, { account: DialectAccount }>({
  account: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright takes only a pattern as the first parameter, and this fixture needs no other one
    async ({}, use) => {
      const account = await DialectAccount.create(chosen ? 6000 : 2600);
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

/** Most of a list in sight: it is gone through row by row. */
test.use({ viewport: { width: 1280, height: 1500 } });

type Parity = "even" | "odd";
type AskedView = { search: string; truth: readonly TrueConversation[] };

/** Four whole days, and the conversations that began in them; other days where their number is not as wanted. */
function viewOf(account: DialectAccount, words: readonly string[], parity?: Parity): AskedView {
  const days = [5, 6, 7, 8, 9].flatMap((first) => [2, 3].map((last) => [first, last]));
  const views = days.map((ago): AskedView => {
    const [from = "", to = ""] = ago.map((count) => dayOf(Date.now() - count * 86_400_000, zone));
    return { search: `v=1&range=${from}..${to}&tz=${zone}`, truth: account.between(from, to, zone, words) };
  });
  // Fewer are counted exactly.
  const isWanted = ({ truth }: AskedView) => truth.length >= 260 && (truth.length % 2 === 0) === (parity === "even");
  const view = parity ? views.find(isWanted) : views[0];
  if (!view) throw new Error(`No days have an ${parity} number of conversations`);
  return view;
}

/** Amounts that a view of a few hundred conversations comes to. */
const amounts = new Map<string, readonly string[]>([
  ["row-cap", ["row-cap=200"]],
  ["slow-504", ["slow-504=200"]],
  ["slow-silent", ["slow-silent=200"]],
  ["cube-0", ["cube-0", "row-cap=200"]],
  ["cube-1", ["cube-1", "row-cap=200"]],
  // A job is submitted only for more than two pages.
  ...dialectNames
    .filter((name) => name.startsWith("jobs-") || name === "unavailable-once")
    .map((name): [string, readonly string[]] => [name, [name, "page-limit=100"]]),
]);

/**
 * Dialects that do not touch one another, before one product, and what it then knows of the account: page sizes, order
 * and lists as text; the spelling of times, a filter and times in cells.
 */
const together: readonly {
  words: readonly string[];
  known: readonly RegExp[];
  formats: typeof fileFormats | ["CSV"];
}[] = [
  {
    words: ["page-limit", "order-refused", "arrays-clickhouse"],
    known: [/rejects pages of more than 100 rows/, /rejects any sort/, /Lists in .* don’t have the documented form/],
    formats: fileFormats,
  },
  {
    words: ["range-no-z", "array-filter-refused", "times-epoch-ms"],
    known: [/writes them in the form/, /rejects filters on/, /Times in .* don’t have the documented form/],
    formats: ["CSV"],
  },
];

const wanted = process.env.EARSHOT_DIALECTS?.split(" ").map((name) => name.split("+"));
const alone = process.env.EARSHOT_LONG === "1" ? dialectNames.map((name) => [name]) : undefined;
const chosen = (wanted ?? alone)?.map((names) => ({
  words: names.flatMap((name) => amounts.get(name) ?? [name]),
  known: [],
  formats: fileFormats,
}));

/** Accounts whose times have no fractions of a second. */
const wholeSeconds = ["times-whole-seconds", "times-epoch-s", "times-american", "cube-1"];

type Task = { truth: readonly TrueConversation[]; formats: readonly FileFormat[]; words: readonly string[] };

/** The view, a tick, a conversation and the files, each of which goes on where another fails. */
async function doJob(job: DialectJob, dashboard: Dashboard, { truth, formats, words }: Task): Promise<void> {
  await job.step("the ids", () => job.showIds());
  await job.step("the view", () => job.checkView(truth));
  await job.step("a tick", async () => {
    await dashboard.filters.choose("Channel", "Voice");
    await job.checkView(truth.filter(({ channel }) => channel.includes("voice")));
    await dashboard.filters.remove("Channel: Voice");
  });
  await job.step("a conversation", () => job.checkOpen(truth));
  const isWholeSeconds = words.some((word) => wholeSeconds.includes(word));
  await job.step("the files", () => job.checkExport(truth, formats, isWholeSeconds));
}

/** Counts that are estimates err upwards or downwards, by whether they are even: each is another case. */
const cases = (chosen ?? together).flatMap((one): (typeof one & { parity?: Parity })[] =>
  one.words.includes("counts-approximate")
    ? [
        { ...one, parity: "even" },
        { ...one, parity: "odd" },
      ]
    : [one],
);

for (const { words, known, formats, parity } of cases) {
  test.describe(() => {
    test.use({ words });

    test(`the main job is right or says what it lacks: ${[...words, ...(parity ? [parity] : [])].join(" ")}`, async ({
      account,
      dashboard,
      page,
      consoleWatch,
    }) => {
      // With all of its files a job is long, and an absurd wait takes the screen a minute.
      if (chosen) test.setTimeout(600_000);
      else test.slow();
      const failures = allowProvoked(page, consoleWatch, words);
      const { truth, search } = viewOf(account, words, parity);
      const job = new DialectJob(page, dashboard, zone, parity !== undefined);
      await dashboard.goto(search);
      if (await job.hasConversations()) await doJob(job, dashboard, { truth, formats, words });
      test.info().annotations.push({ type: "said", description: job.report.said.join("\n") });
      test.info().annotations.push({ type: "failed", description: failures.join("\n") });
      expect(job.report.wrong).toEqual([]);
      if (known.length === 0) return;
      const dialog = new FieldsDialog(dashboard);
      await dialog.open();
      await dialog.says(...known);
    });
  });
}

test.describe(() => {
  test.use({ words: ["names-opaque"] });

  test("where names say nothing, a person chooses the fields and then all is right, until the choice is undone", async ({
    account,
    dashboard,
    page,
    words,
  }) => {
    const { truth, search } = viewOf(account, words);
    const job = new DialectJob(page, dashboard, zone);
    const dialog = new FieldsDialog(dashboard);
    await dashboard.goto(search);
    const noId = "This account has no conversation ID. A row is a combination of values, not a conversation.";
    await expect(dashboard.notes).toContainText(noId);
    await dialog.openFromNotes();
    const fieldOf = await account.namesHere(page);
    for (const [role, name] of account.roles) await dialog.choose(role, fieldOf(name));
    await dialog.close();
    await expect(dashboard.notes).toHaveCount(0);
    await doJob(job, dashboard, { truth, formats: ["CSV"], words });
    expect(job.report.wrong).toEqual([]);
    await dialog.open();
    await dialog.undo("Conversation ID");
    await dialog.close();
    await expect(dashboard.notes).toContainText(noId);
  });
});
