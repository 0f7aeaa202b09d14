import { readCsv } from "./support/csv.ts";
import { expect, test } from "./support/fixtures.ts";
import { expectFocusShown, walkStops } from "./support/focus.ts";

const search = "v=1&range=30d&tz=UTC";

test("the whole job is done without a mouse, and the focus is never lost nor hidden", async ({ page, dashboard }) => {
  test.slow();
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await dashboard.goto(search);
  await expect(dashboard.foot).toHaveText("100 loaded, more available");

  await press("Tab");
  await expect(dashboard.button("Skip to conversations")).toBeFocused();
  await expectFocusShown(page, "on the way past everything");
  await press("Enter");
  await expect(dashboard.table).toBeFocused();

  await dashboard.tabTo(dashboard.rangeButton, "Shift+Tab");
  await press("Enter");
  const preset = page.getByRole("group", { name: "Preset ranges" }).getByRole("button", { name: "Last 7 days" });
  await expect(page.getByRole("button", { name: "Last 30 days", exact: true })).toBeFocused();
  await dashboard.tabTo(preset, "Shift+Tab");
  await expectFocusShown(page, "on a preset");
  await press("Enter");
  await expect(dashboard.rangeButton).toBeFocused();
  await expect(dashboard.rangeButton).toContainText("Last 7 days");
  // The values of a filter stand in the order of their counts, which are those of another range now.
  await expect(page.locator("main [aria-busy=true]")).toHaveCount(0);

  await dashboard.tabTo(dashboard.filters.button("Channel"));
  await press("Enter");
  await expect(dashboard.filters.facet("Channel").getByRole("checkbox").first()).toBeFocused();
  await press("ArrowDown", "Space");
  await expectFocusShown(page, "on a value");
  await press("Escape");
  await expect(dashboard.filters.button("Channel")).toBeFocused();
  await expect(dashboard.chips).toHaveCount(1);

  const bar = dashboard.charts.values("Languages").getByRole("button").first();
  await dashboard.tabTo(bar);
  await expectFocusShown(page, "on a bar");
  await press("Enter");
  await expect(dashboard.chips).toHaveCount(2);
  await expect(bar).toBeFocused();

  const sort = dashboard.rows.columnHeader("Created").getByRole("button");
  await dashboard.tabTo(sort);
  await expectFocusShown(page, "on a column");
  await press("Enter");
  await expect(dashboard.rows.columnHeader("Created")).toHaveAttribute("aria-sort", "ascending");
  await expect(dashboard.table).toHaveAttribute("aria-busy", "false");
  await expect(sort).toBeFocused();

  await dashboard.tabTo(dashboard.table, "Shift+Tab");
  await press("ArrowDown", "ArrowDown");
  await expectFocusShown(page, "on a cell");
  await press("Enter");
  const { panel } = dashboard.conversation;
  await expect(panel).toBeFocused();
  const first = dashboard.search.get("open");
  await press("j");
  await expect.poll(() => dashboard.search.get("open")).not.toBe(first);
  await press("Tab");
  await expectFocusShown(page, "in a conversation");
  await press("Escape");
  await expect(panel).toHaveCount(0);
  await expect(dashboard.table).toBeFocused();
  await expectFocusShown(page, "back in the grid");
  const active = page.locator(`[id="${await dashboard.table.getAttribute("aria-activedescendant")}"]`);
  await expect(active.locator("xpath=..")).toHaveAttribute("aria-rowindex", "4");

  const start = dashboard.button("Start export");
  await dashboard.tabTo(dashboard.button("Export"), "Shift+Tab");
  await press("Enter");
  await expect(start).toBeFocused();
  const download = page.waitForEvent("download");
  await press("Enter");
  expect((await readCsv(await download)).rows.length).toBeGreaterThan(0);
  await expect(dashboard.button("Export")).toBeFocused();
  await expect(dashboard.exports.item()).toContainText("Complete");

  const others = (await dashboard.exports.items().count()) - 1;
  const trash = dashboard.exports.item().getByRole("button", { name: /^Delete/ });
  await dashboard.tabTo(trash);
  await press("Enter");
  await expect(dashboard.button("Keep")).toBeFocused();
  await press("Shift+Tab", "Enter");
  await expect(dashboard.exports.items()).toHaveCount(others);
  await expectFocusShown(page, "after a deletion");
  await expect(dashboard.exports.tray).toBeFocused();
  await press("Escape");
  await expect(dashboard.button(/^Exports/)).toBeFocused();
});

test("every stop of Tab is in sight and shows, with the further charts and a conversation beside", async ({
  page,
  dashboard,
}) => {
  test.slow();
  await dashboard.goto(search);
  await expect(dashboard.foot).toHaveText("100 loaded, more available");
  await dashboard.table.focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("complementary").getByRole("heading", { name: /Transcript/ })).toBeVisible();
  // The cards of the other lens and the conversation beside them.
  await dashboard.look("Analysis");
  await expect(page.getByRole("img", { name: /^Conversations by day and hour/ })).toBeAttached();
  // To the very beginning of the page, where no element is.
  await page.evaluate(() => document.querySelector("main")?.ownerDocument.body.prepend(document.createElement("hr")));
  await page.locator("hr").first().click();
  const stops = await walkStops(page);
  expect(stops.length).toBeGreaterThan(40);
  expect(stops.filter(({ fault }) => fault !== undefined)).toEqual([]);
});

test("Escape and the page's keys do what is meant, and nothing else", async ({ page, dashboard }) => {
  test.slow();
  await test.step("Escape closes the thing on top alone", async () => {
    await dashboard.goto(search);
    await expect(dashboard.foot).toHaveText("100 loaded, more available");
    const pressEscape = () => page.keyboard.press("Escape");
    const { panel } = dashboard.conversation;

    await dashboard.rangeButton.press("Enter");
    // The panel first takes the focus to the range in use.
    await expect(page.getByRole("button", { name: "Last 30 days", exact: true })).toBeFocused();
    await dashboard.time.zone.press("ArrowDown");
    await expect(page.getByRole("option").first()).toBeVisible();
    await pressEscape();
    await expect(page.getByRole("option")).toHaveCount(0);
    await expect(dashboard.time.zone).toBeFocused();
    await pressEscape();
    await expect(dashboard.rangeButton).toBeFocused();

    await dashboard.table.focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(panel).toBeFocused();
    await dashboard.table.focus();
    await page.keyboard.press("Shift+F10");
    await expect(page.getByRole("menuitem").first()).toBeFocused();
    await pressEscape();
    await expect(page.getByRole("menu")).toHaveCount(0);
    await expect(dashboard.table).toBeFocused();
    await expect(panel).toBeVisible();
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog", { name: "Shortcuts" })).toBeVisible();
    await pressEscape();
    await expect(page.getByRole("dialog", { name: "Shortcuts" })).toHaveCount(0);
    await expect(panel).toBeVisible();
    await dashboard.button("Columns").press("Enter");
    await expect(page.getByRole("dialog", { name: "Columns" })).toBeVisible();
    await expect(page.getByRole("textbox", { name: "Search columns" })).toBeFocused();
    await pressEscape();
    await expect(dashboard.button("Columns")).toBeFocused();
    await expect(panel).toBeVisible();
    await dashboard.table.focus();
    await pressEscape();
    await expect(panel).toHaveCount(0);
    await expect(dashboard.table).toBeFocused();
  });
  await test.step("keys of the page do nothing while one types, and can be switched off", async () => {
    const keys = page.getByRole("dialog", { name: "Shortcuts" });
    await expect(dashboard.foot).toHaveText("100 loaded, more available");
    await dashboard.filters.button("Language").press("Enter");
    const box = page.getByRole("searchbox", { name: "Search languages" });
    await expect(box).toBeFocused();
    await page.keyboard.type("jk/?e");
    await expect(box).toHaveValue("jk/?e");
    await expect(keys).toHaveCount(0);
    await page.keyboard.press("Escape");

    await page.keyboard.press("?");
    await expect(keys).toBeVisible();
    await keys.getByRole("switch").press("Space");
    await page.keyboard.press("Escape");
    await expect(dashboard.filters.button("Language")).toBeFocused();
    await page.keyboard.press("?");
    await page.keyboard.press("/");
    await expect(dashboard.filters.button("Language")).toBeFocused();
    await expect(keys).toHaveCount(0);

    await page.reload();
    await expect(dashboard.foot).toHaveText("100 loaded, more available");
    await page.keyboard.press("?");
    await page.keyboard.press("j");
    await expect(dashboard.table).not.toBeFocused();
    await dashboard.button("Shortcuts").press("Enter");
    await expect(keys.getByRole("switch")).not.toBeChecked();
    await page.keyboard.press("Escape");
    await expect(dashboard.button("Shortcuts")).toBeFocused();
  });
});

test("a filter, the bars and the table are reached by Tab and worked by keys, and the focus comes back", async ({
  page,
  dashboard,
}) => {
  await dashboard.goto("v=1&range=14d&tz=UTC");
  await expect(dashboard.foot).toHaveText("100 loaded, more available");
  await dashboard.tabTo(dashboard.filters.button("Channel"));
  await expect(dashboard.filters.button("Channel")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(dashboard.filters.facet("Channel")).toBeVisible();
  const first = dashboard.filters.facet("Channel").getByRole("checkbox").first();
  await dashboard.tabTo(first);
  await expect(first).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await page.keyboard.press("Escape");
  await expect(dashboard.chips).toHaveCount(1);
  await expect(dashboard.filters.facet("Channel")).toBeHidden();
  await expect(dashboard.filters.button("Channel")).toBeFocused();

  await dashboard.button("Clear all").press("Enter");
  await expect(dashboard.chips).toHaveCount(0);
  await expect(dashboard.foot).toHaveText("100 loaded, more available");
  const bar = dashboard.charts.bar("Channels", "Chat");
  await expect(bar).toBeVisible();
  await dashboard.tabTo(bar);
  await expect(bar).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(dashboard.chips).toHaveText(["Channel: Chat"]);
  await expect(bar).toBeFocused();
  await dashboard.tabTo(dashboard.table);
  await expect(dashboard.table).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  const cell = await dashboard.table.getAttribute("aria-activedescendant");
  await expect(page.locator(`[id="${cell}"]`)).toHaveAttribute("aria-colindex", "3");
  await page.keyboard.press("Control+End");
  await expect(dashboard.foot).toHaveText("200 loaded, more available");
});
