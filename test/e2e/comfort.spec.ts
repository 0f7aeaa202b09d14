import type { Page } from "@playwright/test";
import { expect, test } from "./support/fixtures.ts";

const view = "v=1&range=30d&tz=UTC";

/** What would move or fade as it changes. */
function moving(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("*")]
      .filter((one) =>
        getComputedStyle(one)
          .transitionDuration.split(", ")
          .some((time) => Number.parseFloat(time) > 0),
      )
      .map((one) => one.outerHTML.slice(0, 120)),
  );
}

test("less motion is asked for, and paper", async ({ page, dashboard }) => {
  await test.step("nothing moves or fades for those who asked for less motion, and something does for others", async () => {
    await dashboard.goto(view);
    await expect(dashboard.foot).toHaveText("100 loaded, more available");
    await dashboard.rangeButton.press("Enter");
    await expect(dashboard.button("Apply")).toBeVisible();
    expect(await moving(page)).toEqual([]);
    await page.emulateMedia({ reducedMotion: "no-preference" });
    expect(await moving(page)).not.toEqual([]);
  });
  await test.step("on paper there are the charts and the rows, and nothing to press", async () => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.keyboard.press("Escape");
    await dashboard.filters.choose("Channel", "Voice");
    await expect(dashboard.foot).toHaveText("100 loaded, more available");
    await dashboard.look("Analysis");
    await expect(dashboard.charts.populationText("Conversations by language")).toBeAttached();
    const languages = await dashboard.charts.asTable("Conversations by language");
    await page.emulateMedia({ media: "print" });
    const cut = await languages.evaluate(({ parentElement }) => {
      const { overflow } = getComputedStyle(parentElement ?? document.body);
      const inner = parentElement?.getBoundingClientRect().bottom ?? 0;
      return { overflow, below: inner - (parentElement?.closest("article")?.getBoundingClientRect().bottom ?? 0) };
    });
    expect(cut.overflow).toBe("visible");
    expect(cut.below).toBeLessThan(0);
    for (const name of ["Export", "Cards", "Conversations by language: copy or download"])
      await expect(dashboard.button(name)).toBeHidden();
    await page.emulateMedia({ media: null });
    await dashboard.look("Conversations");
    await expect(dashboard.charts.card("Languages").getByRole("list")).toBeVisible();
    await page.emulateMedia({ media: "print" });
    await expect(dashboard.charts.card("Languages").getByRole("list")).toBeVisible();
    await expect(dashboard.rows.cells.first()).toBeVisible();
    // What a sheet of A4 leaves between its edges, upright.
    await page.setViewportSize({ width: 718, height: 1000 });
    const end = await dashboard.rows.heads.last().evaluate((head) => head.getBoundingClientRect().right);
    expect(end).toBeLessThanOrEqual(718);
    await expect(dashboard.rangeButton).toBeVisible();
    await expect(dashboard.chips).toHaveText(["Channel: Voice"]);
    for (const name of ["Export", "Refresh", "Columns", "Add filter", "Remove Channel: Voice", "Hide charts"])
      await expect(dashboard.button(name)).toBeHidden();
  });
});

test.describe("in the colours of the system", () => {
  test.use({ contextOptions: { reducedMotion: "reduce", forcedColors: "active" } });

  test("the open row, the chosen days and a switch are told apart by more than a background", async ({
    page,
    dashboard,
  }) => {
    await dashboard.goto(view);
    await expect(dashboard.foot).toHaveText("100 loaded, more available");
    await dashboard.table.focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(page.locator("tr[aria-current=true]")).toHaveCSS("outline-style", "solid");
    await dashboard.rangeButton.press("Enter");
    const days = page.getByRole("form", { name: "From and to" }).locator("button");
    const colours = (mark: string) =>
      days
        .and(page.locator(mark))
        .evaluateAll((all) => all.map((day) => [getComputedStyle(day).backgroundColor, getComputedStyle(day).color]));
    await expect(dashboard.button("Apply")).toBeVisible();
    const [ends, between, others] = [
      await colours("[data-selected]"),
      await colours("[data-in-range]:not([data-selected])"),
      await colours(":not([data-in-range], [data-selected])"),
    ];
    expect(between.length).toBeGreaterThan(20);
    for (const day of between) expect(day).toEqual(ends[0]);
    expect(others).not.toContainEqual(ends[0]);
    await expect(page.locator(".mantine-Switch-track").first()).toHaveCSS("border-top-style", "solid");
  });
});
