import { fieldsWithIds, withIds } from "./support/columns.ts";
import { expectedCells, readCsv, withInstants } from "./support/csv.ts";
import { expect, test } from "./support/fixtures.ts";
import { members, walk } from "./support/walk.ts";

test("filters, from none that match to one more, on one page", async ({ dashboard, calls, request }) => {
  test.slow();
  await test.step("nothing matches, and Clear filters brings the rows back", async () => {
    await dashboard.goto(`v=1&range=14d&channel=carrier-pigeon&tz=UTC&${withIds}`);
    await expect(dashboard.list).toContainText("No conversations match these filters");
    await expect(dashboard.foot).toHaveText("No conversations");
    await dashboard.button("Clear filters").click();
    await expect(dashboard.foot).toHaveText("100 loaded, more available");
  });
  await test.step("one channel and one language change table, charts, facets, address and file alike", async () => {
    await dashboard.filters.choose("Channel", "Voice");
    await dashboard.filters.choose("Language", "English");
    expect(dashboard.search.getAll("channel")).toEqual(["voice"]);
    expect(dashboard.search.getAll("language")).toEqual(["en"]);
    await expect(dashboard.chips).toHaveText(["Channel: Voice", "Language: English"]);

    await dashboard.look("Analysis");
    await expect(dashboard.charts.bar("Conversations by channel", "Voice")).toHaveAttribute("aria-pressed", "true");
    await expect(dashboard.charts.bar("Conversations by language", "English")).toHaveAttribute("aria-pressed", "true");
    await expect(dashboard.foot).toHaveText("100 loaded, more available");
    const body = calls.rowsBody();
    const rows = await walk(request, body);
    expect(rows.length).toBeGreaterThan(100);
    for (const row of rows) {
      expect(members(row["Channels"])).toContain("voice");
      expect(members(row["Languages"])).toContain("en");
    }

    for (const title of [
      "Conversations by channel",
      "Conversations by sentiment",
      "Sentiment over time",
      "Conversations by language",
    ]) {
      await expect(dashboard.charts.populationText(title)).toHaveText(`All ${rows.length} matching conversations`);
    }
    await dashboard.look("Conversations");
    await dashboard.filters.open("Channel");
    await expect(dashboard.filters.value("Channel", "Voice")).toBeChecked();
    await expect(dashboard.filters.value("Channel", "Voice")).toHaveAccessibleDescription(
      `${rows.length} conversations`,
    );
    await dashboard.page.keyboard.press("Escape");
    for (const { place, cells } of await dashboard.rows.drawn()) expect(cells[1]).toBe(rows[place]?.["Id"]);

    const file = await readCsv(await dashboard.exports.csv());
    await expect(dashboard.exports.item()).toContainText(`Complete: ${rows.length} rows`);
    const names = await dashboard.rows.columnNames();
    expect(file.header).toEqual(names.map((name) => (name === "Created" ? "Created (UTC)" : name)));
    expect(withInstants(file.rows, 0)).toEqual(rows.map((row) => expectedCells(row, fieldsWithIds, "DateCreated")));
    await dashboard.rows.resetColumns();
  });
  await test.step("buttons take filters away, one by one or all at once", async () => {
    await dashboard.filters.choose("Channel", "SMS");
    await expect(dashboard.chips).toHaveText(["Channel: Voice, SMS", "Language: English"]);
    await dashboard.filters.remove("Language: English");
    await expect(dashboard.chips).toHaveText(["Channel: Voice, SMS"]);
    await dashboard.button("Clear all").click();
    await expect(dashboard.chips).toHaveCount(0);
    expect([...dashboard.search.keys()].toSorted()).toEqual(["range", "tz", "v"]);
  });
  await test.step("a tick asks for the table's rows and the trend, and for no counts again", async () => {
    await expect(dashboard.foot).toHaveText("100 loaded, more available");
    await dashboard.filters.open("Channel");
    const trend = dashboard.charts.card("Sentiment over time");
    await expect(trend.getByRole("application")).toBeVisible();
    calls.clear();
    await dashboard.filters.value("Channel", "SMS").click();
    await expect(dashboard.filters.chosen("Channel: SMS")).toBeVisible();
    await expect(dashboard.foot).toHaveText("100 loaded, more available");
    await expect(trend).toHaveAttribute("aria-busy", "false");
    expect(await calls.count()).toEqual({ rows: 1, counts: 1 });
    expect(calls.bodies("counts")[0]?.query.dimensions).toContain("DateCreated.day");
  });
});

test("a filter opens by what is chosen, by mouse and by keys; the range is none of them and stays", async ({
  page,
  dashboard,
}) => {
  await dashboard.goto("v=1&range=30d&channel=voice&from.Duration=600&tz=UTC");
  await expect(dashboard.chips).toHaveText(["Channel: Voice", "Duration (s): ≥ 600"]);
  await dashboard.filters.chosen("Channel: Voice").click();
  await dashboard.filters.value("Channel", "SMS").click();
  await page.keyboard.press("Escape");
  await expect(dashboard.chips).toHaveText(["Channel: Voice, SMS", "Duration (s): ≥ 600"]);
  await expect(dashboard.filters.chosen("Channel: Voice, SMS")).toBeFocused();

  await dashboard.filters.chosen("Duration (s): ≥ 600").focus();
  await page.keyboard.press("Enter");
  const least = dashboard.filters.facet("Duration").getByRole("textbox", { name: "At least" });
  await expect(least).toBeFocused();
  await least.fill("1200");
  await page.keyboard.press("Enter");
  await expect(dashboard.filters.chosen("Duration (s): ≥ 1,200")).toBeFocused();

  await dashboard.button("Clear all").click();
  await expect(dashboard.chips).toHaveCount(0);
  await expect(dashboard.button("Clear all")).toHaveCount(0);
  await expect(dashboard.rangeButton).toContainText("Last 30 days");
});
