import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import readXlsx from "read-excel-file/node";
import type { Dashboard } from "./support/dashboard.ts";
import { detailOf, isReadable } from "./support/detail.ts";
import { expect, test } from "./support/fixtures.ts";
import { members, walk } from "./support/walk.ts";

/**
 * What a supervisor does all day, in so many presses at most, from the view that opens by itself. `presses` counts what
 * reaches the page; where a task needs more, the failure lists each of them.
 *
 * A further task is one more test: `openDefault`, the presses, `expectPresses`, and what must have come of it.
 */
test.slow();

const sentiment = "OperatorResult.Value";

async function openDefault(dashboard: Dashboard): Promise<void> {
  await dashboard.goto();
  await expect(dashboard.foot).toHaveText("100 loaded, more available");
  await expect(dashboard.charts.values("Languages")).toBeVisible();
  await dashboard.presses.begin();
}

async function expectPresses(dashboard: Dashboard, most: number): Promise<void> {
  const made = await dashboard.presses.made();
  expect(made.length, `presses: ${made.join(", ")}`).toBeLessThanOrEqual(most);
  expect(made.length, "nothing was counted").toBeGreaterThan(0);
}

/** Reads the open conversation to its last line, by the wheel. */
async function readToEnd(page: Page, { conversation }: Dashboard): Promise<void> {
  const last = conversation.transcript.getByRole("listitem").last();
  await conversation.transcript.hover();
  await expect(async () => {
    await page.mouse.wheel(0, 2000);
    await expect(last).toBeInViewport({ timeout: 200 });
  }).toPass();
}

test("presses, keys, chords, pastes and words that are typed are each counted once", async ({
  page,
  context,
  dashboard,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openDefault(dashboard);
  await page.evaluate(() => navigator.clipboard.writeText("late refund"));
  await dashboard.find.button.click();
  await expect(dashboard.find.box).toBeFocused();
  await page.keyboard.type("dark theme");
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+V");
  await dashboard.find.box.fill("light theme");
  await page.keyboard.press("Shift+Tab");
  await page.mouse.wheel(0, 100);
  expect(await dashboard.presses.made()).toEqual([
    expect.stringMatching(/^press “Find an ID/),
    "word from “d”",
    "word from “t”",
    "key a",
    "paste",
    "word from “l”",
    "word from “t”",
    "key Tab",
  ]);
});

test("(a) the negative Spanish calls of last month are an Excel file after 8 presses", async ({
  page,
  dashboard,
  calls,
  request,
}) => {
  await openDefault(dashboard);
  await dashboard.time.choosePreset("Last month");
  for (const [chart, value] of [
    ["Channels", "Voice"],
    ["Languages", "Spanish"],
    ["Sentiment", "Negative"],
  ] as const)
    await dashboard.charts.bar(chart, value).click();
  await expect(dashboard.chips).toHaveText(["Channel: Voice", "Language: Spanish", /^Sentiment: .*Negative$/]);
  const download = page.waitForEvent("download");
  await dashboard.exports.start({ format: "XLSX" });
  const [sheet] = await readXlsx(await readFile(await (await download).path()));
  await expectPresses(dashboard, 8);

  const rows = await walk(request, calls.rowsBody());
  expect(rows.length).toBeGreaterThan(0);
  expect(new URL(page.url()).searchParams.get("range")).toBe("last-month");
  for (const row of rows) {
    expect(members(row["Channels"])).toContain("voice");
    expect(members(row["Languages"])).toContain("es");
    expect(members(row[sentiment])).toContain("negative");
  }
  const [heads = [], ...lines] = sheet?.data ?? [];
  const at = heads.indexOf("Conversation ID");
  expect(lines.map((line) => line[at]).sort()).toEqual(rows.map((row) => row["Id"]).sort());
});

test("(b) the day on which negative rose, and three of its conversations read to the end, are 6 presses", async ({
  page,
  dashboard,
  request,
  openWhole,
}) => {
  // What the chart shows is counted by hand first.
  const rows = await openWhole("");
  const { searchParams } = new URL(page.url());
  expect(searchParams.get("channel")).toBeNull();
  const days = new Map<string, number>();
  for (const row of rows) {
    const day = String(row["DateCreated"]).slice(0, 10);
    if (members(row[sentiment]).includes("negative")) days.set(day, (days.get(day) ?? 0) + 1);
  }
  const inOrder = [...days.keys()].sort();
  const rises = inOrder.map(
    (day, place) => (days.get(day) ?? 0) - (days.get(inOrder[place - 1] ?? "") ?? Number.POSITIVE_INFINITY),
  );
  const place = rises.indexOf(Math.max(...rises));
  const day = inOrder[place] ?? "";
  expect(inOrder).toHaveLength(7);
  const negative = rows.filter((row) => members(row[sentiment]).includes("negative"));
  const ofDay = negative.filter((row) => String(row["DateCreated"]).startsWith(day)).map((row) => row["Id"]);
  // The first three that stand one below the other and can be read.
  const readable = await Promise.all(ofDay.slice(0, 12).map(async (id) => isReadable(await detailOf(request, id))));
  const first = readable.findIndex((_, at) => [0, 1, 2].every((next) => readable[at + next]));
  expect(first).toBeGreaterThanOrEqual(0);

  await openDefault(dashboard);
  await dashboard.charts.bar("Sentiment", "Negative").click();
  const plot = dashboard.charts.card("Sentiment over time").getByRole("application");
  await expect(dashboard.chips).toHaveText([/^Sentiment: .*Negative$/]);
  const box = await plot.boundingBox();
  if (!box) throw new Error("There is no trend to press.");
  await page.mouse.click(box.x + (box.width * (place + 0.5)) / inOrder.length, box.y + box.height / 2);
  await expect(dashboard.foot).toContainText(`${days.get(day)} conversations, all loaded`);
  expect(dashboard.search.get("range")).toBe(`${day}..${day}`);

  await dashboard.rows.at(first).getByRole("gridcell").nth(2).click();
  const opened = new Set<string | null>();
  for (const press of ["", "j", "j"]) {
    if (press) await page.keyboard.press(press);
    await expect.poll(() => opened.has(dashboard.search.get("open"))).toBe(false);
    opened.add(dashboard.search.get("open"));
    await expect(dashboard.conversation.panel).toContainText(dashboard.search.get("open") ?? "nothing is open");
    await readToEnd(page, dashboard);
  }
  await expectPresses(dashboard, 6);
  expect(opened.size).toBe(3);
  for (const id of opened) expect(ofDay).toContain(id);
});

test("(c) exactly this view is on the clipboard for a colleague after 2 presses", async ({
  page,
  context,
  dashboard,
  openElsewhere,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openDefault(dashboard);
  await dashboard.button("Copy link").click();
  await page.getByRole("button", { name: "Link with fixed range" }).click();
  await expect(page.getByText("Link copied.")).toBeVisible();
  await expectPresses(dashboard, 2);

  const link = await page.evaluate(() => navigator.clipboard.readText());
  const theirs = await openElsewhere(link, "America/New_York");
  await expect(theirs.foot).toHaveText("100 loaded, more available");
  const idsOf = async ({ rows }: Dashboard) => (await rows.drawn()).slice(0, 10).map(({ id, cells }) => [id, cells[0]]);
  expect(await idsOf(theirs)).toEqual(await idsOf(dashboard));
  await expect(theirs.rangeButton).toContainText("UTC");
});

test("(d) the mix of channels of this week and the one before, both shares, is 2 presses", async ({
  page,
  dashboard,
}) => {
  await openDefault(dashboard);
  await dashboard.rangeButton.click();
  await page.getByRole("switch", { name: "Compare with previous period" }).click();
  const channels = page.getByRole("article", { name: "Channels" }).getByRole("list", { name: "Channels" });
  await expect(channels.getByRole("button").first()).toHaveText(/^\w+[\d.]+%[\d,]+┃Previous[\d.]+%[\d,]+$/);
  await expectPresses(dashboard, 2);
});

test("(e) an ID of another month opens by a paste and Enter", async ({ page, context, dashboard }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await dashboard.goto("v=1&range=90d&tz=UTC&sort=DateCreated:asc&column=Id");
  const id = (await dashboard.rows.at(0).getByRole("gridcell").nth(1).innerText()).trim();
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), id);
  await openDefault(dashboard);
  await page.keyboard.press("Control+V");
  await expect(dashboard.find.box).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(dashboard.conversation.panel).toContainText(id);
  await expect(dashboard.conversation.where).toContainText("Not in this view");
  expect(await dashboard.presses.made()).toEqual(["paste", "key Enter"]);
});

test("(f) all conversations of this customer are 1 press from the panel", async ({ page, dashboard }) => {
  await openDefault(dashboard);
  await dashboard.rows.at(0).getByRole("gridcell").nth(2).click();
  const customer = dashboard.conversation.people.getByRole("button", { name: /Customer/ });
  await expect(customer).toBeVisible();
  const name = (await dashboard.rows.at(0).getByRole("gridcell").nth(3).innerText()).trim();
  await dashboard.presses.begin();
  await customer.click();
  await expectPresses(dashboard, 1);
  await expect(dashboard.chips).toContainText([name]);
  const heads = await dashboard.rows.columnNames();
  const at = heads.findIndex((head) => head.startsWith("Customer"));
  await expect(dashboard.foot).toContainText(/loaded/);
  const drawn = await dashboard.rows.drawn();
  expect(drawn.length).toBeGreaterThan(0);
  expect(new Set(drawn.map(({ cells }) => cells[at]))).toEqual(new Set([name]));
  await expect(page.getByRole("complementary")).toBeVisible();
});

test("(g) which agent has the longest handle time is 3 presses", async ({ page, dashboard }) => {
  await openDefault(dashboard);
  await dashboard.look("Analysis");
  const agents = page.getByRole("article", { name: "Agents" });
  const head = agents.getByRole("columnheader", { name: /^Average duration/ });
  await head.getByRole("button").click();
  await expect(head).toHaveAttribute("aria-sort", "descending");
  await expectPresses(dashboard, 3);
  const seconds = await agents.getByRole("row").evaluateAll(
    (rows, at) => {
      const text = (row: Element) => row.querySelectorAll("th, td")[at]?.textContent ?? "";
      const units = { h: 3600, m: 60, s: 1 } as const;
      return rows.slice(1).map((row) => {
        const parts = [...text(row).matchAll(/([\d,.]+)\s*([hms])/g)];
        return parts.reduce((sum, [, number = "", unit]) => {
          const length = unit === "h" || unit === "m" || unit === "s" ? units[unit] : 0;
          return sum + Number(number.replaceAll(",", "")) * length;
        }, 0);
      });
    },
    await head.evaluate((one) => [...(one.parentElement?.children ?? [])].indexOf(one)),
  );
  expect(seconds.length).toBeGreaterThan(2);
  expect(seconds).toEqual([...seconds].sort((a, b) => b - a));
  expect(seconds[0]).toBeGreaterThan(0);
});

test("(h) a chart is on the clipboard after 2 presses, as a picture or as a table", async ({
  page,
  context,
  dashboard,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const clipboard = (type: string) =>
    page.evaluate(async (type) => {
      const [item] = await navigator.clipboard.read();
      const blob = await item?.getType(type);
      return type === "image/png" ? String((await createImageBitmap(blob ?? new Blob())).width) : blob?.text();
    }, type);
  const menu = page.getByRole("button", { name: "Conversations by channel: copy or download", exact: true });
  await openDefault(dashboard);
  await menu.click();
  await page.getByRole("menuitem", { name: "Copy image" }).click();
  await expect(page.getByText("Image copied")).toBeVisible();
  await expectPresses(dashboard, 2);
  expect(await clipboard("image/png")).toBe("1600");

  await dashboard.presses.begin();
  await menu.click();
  await page.getByRole("menuitem", { name: "Copy table" }).click();
  await expect(page.getByText("Table copied")).toBeVisible();
  await expectPresses(dashboard, 2);
  expect(await clipboard("text/plain")).toMatch(/^Channel\tConversations\r\n\w+\t\d+\r\n/);
  expect(await clipboard("text/html")).toContain("<th>Channel</th>");
});
