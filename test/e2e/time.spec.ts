import { expect, test } from "./support/fixtures.ts";
import { walk } from "./support/walk.ts";

/** Days of the calendar so many days before one moment. */
function daysBefore(moment: number, ...days: number[]): string[] {
  return days.map((many) => new Date(moment - many * 86_400_000).toISOString().slice(0, 10));
}

test("the time range, by the trend, by a preset, by the calendar and in another zone", async ({
  page,
  dashboard,
  calls,
  request,
}) => {
  test.slow();
  await test.step("a click on the trend narrows the range to that bar", async () => {
    await dashboard.goto("v=1&lens=analysis");
    await expect(dashboard.foot).toHaveText("100 loaded, more available");
    await dashboard.charts.trendPlot.hover();
    await expect(dashboard.charts.trendTooltip).toContainText("Conversations");
    const [, count] = /Conversations\s*([\d,]+)/.exec(await dashboard.charts.trendTooltip.innerText()) ?? [];
    // A press on a bar takes the part of it that is there, too; one over it takes the day alone.
    await dashboard.charts.pressOverTrend(0.5);
    await expect(page).toHaveURL(/range=(\d{4}-\d\d-\d\d)\.\.\1&/);
    await expect(dashboard.charts.populationText("Conversations by language")).toHaveText(
      `All ${count} matching conversations`,
    );
    await page.goBack();
    await expect(dashboard.rangeButton).toContainText("Last 7 days");
  });
  await test.step("a preset changes the range of table and charts", async () => {
    await dashboard.time.choosePreset("Last 24 hours");
    await expect(dashboard.rangeButton).toContainText("Last 24 hours");
    expect(dashboard.search.get("range")).toBe("24h");
    await expect(dashboard.foot).toHaveText(/ loaded/);
    const rows = await walk(request, calls.rowsBody());
    await expect(dashboard.charts.populationText("Conversations by language")).toHaveText(
      `All ${rows.length} matching conversations`,
    );
  });
  await test.step("two days of the calendar, then another zone for the same wall-clock days", async () => {
    const chosen = daysBefore(Date.now(), 5, 4, 3);
    const [from = "", , to = ""] = chosen;
    await dashboard.time.chooseDays(from, to);
    await expect.poll(() => dashboard.search.get("range")).toBe(`${from}..${to}`);
    await expect(dashboard.foot).toHaveText(/ loaded/);
    const days = new Set((await walk(request, calls.rowsBody())).map((row) => String(row["DateCreated"]).slice(0, 10)));
    expect([...days].sort()).toEqual(chosen);

    await dashboard.time.chooseZone("new york", /^America\/New York/);
    await expect(dashboard.rangeButton).toContainText("America/New York");
    expect(dashboard.search.get("tz")).toBe("America/New_York");
    expect(dashboard.search.get("range")).toBe(`${from}..${to}`);
    await expect(dashboard.foot).toHaveText(/ loaded/);
    await expect(dashboard.table).toHaveAttribute("aria-busy", "false");
    const [newest] = await walk(request, calls.rowsBody());
    const shown = new Intl.DateTimeFormat("en-US", {
      // In this year a row leaves the year out.
      ...(from.startsWith(String(new Date().getFullYear())) ? {} : { year: "numeric" as const }),
      month: "short",
      day: "numeric",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
      timeZone: "America/New_York",
    }).format(Date.parse(String(newest?.["DateCreated"])));
    await expect(dashboard.rows.cells.first()).toHaveText(shown);
  });
});
