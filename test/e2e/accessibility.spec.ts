import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import type { Dashboard } from "./support/dashboard.ts";
import { expect, test } from "./support/fixtures.ts";

const screens = [
  { device: "a desk", viewport: { width: 1440, height: 900 } },
  { device: "a phone", viewport: { width: 390, height: 844 } },
] as const;

/** What a button opens, opened by key; the looks at it; then closed by Escape, with the focus back on the button. */
async function opened(opener: Locator, looks: () => Promise<void>): Promise<void> {
  await opener.focus();
  await opener.press("Enter");
  await looks();
  await opener.page().keyboard.press("Escape");
  await expect(opener).toBeFocused();
}

/** The dashboard with everything on it drawn. */
async function whole(dashboard: Dashboard, search = "v=1&range=30d&tz=UTC"): Promise<void> {
  await dashboard.goto(search);
  await expect(dashboard.foot).toContainText(/loaded/);
  await expect(dashboard.charts.populationText("Languages")).toBeAttached();
  await expect(dashboard.charts.populationText(/over time$/)).toBeAttached();
}

/** The charts that are on the screen. */
function chartTitles(page: Page): Promise<string[]> {
  return page.getByRole("article").getByRole("heading").allInnerTexts();
}

for (const { device, viewport } of screens) {
  test.describe(`axe finds nothing at ${device}`, () => {
    test.use({ viewport });
    // Each state is looked at twice, in light and in dark.
    test.slow();

    test("as it opens, and in every menu of the header and of the table", async ({ page, dashboard }) => {
      // As a page is that came over plain HTTP from another machine.
      await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, "clipboard"));
      await whole(dashboard);
      await expectAccessible(page, "as it opens");
      await opened(dashboard.rangeButton, async () => {
        await expect(dashboard.button("Apply")).toBeVisible();
        await expectAccessible(page, "the time range");
        await page.getByRole("textbox", { name: "From day" }).fill("2030-01-01");
        await expect(page.getByText("The end is before the start.")).toBeVisible();
        await expectAccessible(page, "a wrong time range");
        await dashboard.time.zone.click();
        await expect(page.getByRole("option").first()).toBeVisible();
        await expectAccessible(page, "the zones");
        await dashboard.time.zone.fill("nowhere");
        await expect(page.getByText("No zone has this name")).toBeVisible();
        await expectAccessible(page, "no such zone");
        await page.keyboard.press("Escape");
      });
      for (const name of [/^Look for new/, /^Language:/, /^Theme:/, /^Conversations by channel: save/]) {
        await opened(dashboard.button(name), async () => {
          await expect(page.getByRole("menu")).toBeVisible();
          await expectAccessible(page, `the menu ${name}`);
        });
      }
      await opened(dashboard.button("Columns"), async () => {
        await page.getByRole("button", { name: /^Pin / }).first().click();
        await expectAccessible(page, "the columns");
        await page.getByRole("textbox", { name: "Search columns" }).fill("zzz");
        await expectAccessible(page, "no such column");
      });
      await opened(dashboard.button("Copy link"), async () => {
        await page.getByRole("button", { name: /^Time as it is now/ }).click();
        await expect(page.getByRole("textbox", { name: "Copy the link from here" })).toBeVisible();
        await expectAccessible(page, "a link to copy by hand");
      });
      await opened(dashboard.button("Export"), async () => {
        for (const format of ["CSV", "XLSX", "NDJSON", "JSON", "Parquet"]) {
          await dashboard.exports.dialog.getByText(format, { exact: true }).click();
          await expectAccessible(page, `the export as ${format}`);
        }
      });
    });

    test("among the saved views", async ({ page, dashboard }) => {
      await whole(dashboard);
      const views = dashboard.button(/^Views/);
      await opened(views, async () => {
        await expect(page.getByText("Nothing is saved yet.")).toBeVisible();
        await expectAccessible(page, "none");
        await page.getByRole("textbox", { name: "Name of this view" }).fill("Mine");
        await page.keyboard.press("Enter");
        await expect(dashboard.button("Open Mine")).toBeVisible();
        await page.getByRole("textbox", { name: "Name of this view" }).fill("Mine");
        await expect(page.getByText("Another view has this name.")).toBeVisible();
        await expectAccessible(page, "a name that is taken");
        await dashboard.button("Open Mine at the start").click();
        await dashboard.button("Rename Mine").click();
        await expectAccessible(page, "a name that is written anew");
        await page.keyboard.press("Escape");
        await dashboard.button("Delete Mine").click();
        await expect(dashboard.button("Undo")).toBeVisible();
        await expectAccessible(page, "one that is deleted");
      });
    });

    test("on charts, as tables, beside the period before, and the further ones", async ({ page, dashboard }) => {
      await whole(dashboard, "v=1&range=30d&tz=UTC&channel=voice&not.language=de&compare=1");
      await dashboard.button(/^More charts/).click();
      await expect(page.getByRole("img", { name: /^Weekdays and hours/ })).toBeAttached();
      await expect(dashboard.charts.card("Sentiment by channel").getByRole("list").first()).toBeAttached();
      await expectAccessible(page, "the further charts, a period before, filters");
      for (const title of await chartTitles(page)) {
        const asTable = dashboard.button(`${title}: show as table`);
        if ((await asTable.count()) > 0) await asTable.click();
      }
      await expectAccessible(page, "charts as tables");
      for (const name of ["Measure", "By"]) {
        await page.getByRole("combobox", { name, exact: true }).click();
        await expect(page.getByRole("option").first()).toBeVisible();
        await expectAccessible(page, `what is explored: ${name}`);
        await page.getByRole("option").first().click();
      }
      const explored = page.getByRole("article").filter({ has: page.getByRole("combobox") });
      await expect(explored.getByRole("button", { name: /show as/ })).toBeVisible();
      await expectAccessible(page, "what was explored");
      await explored.getByRole("button", { name: /show as/ }).click();
      await expectAccessible(page, "what was explored, as a table");
    });

    test("on a conversation, in the transcript's marks, and where there is none", async ({ page, dashboard }) => {
      await whole(dashboard);
      if (device === "a desk") {
        await dashboard.table.focus();
        await page.keyboard.press("ArrowDown");
        await page.keyboard.press("Shift+F10");
        await expect(page.getByRole("menu")).toBeVisible();
        await expectAccessible(page, "the menu of a row");
        await page.keyboard.press("Escape");
        await page.keyboard.press("?");
        await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
        await expectAccessible(page, "the keys");
        await page.keyboard.press("Escape");
        await dashboard.table.press("Enter");
      } else await dashboard.cards.first().getByRole("button").press("Enter");
      const panel = page.getByRole("complementary").or(page.getByRole("dialog"));
      await expect(panel.getByRole("heading", { name: /Transcript/ })).toBeVisible();
      await expect(panel.getByText("Loading…")).toHaveCount(0);
      await expectAccessible(page, "a conversation");
      for (const name of [/^Show all/, /^Show \d+ earlier/, /^JSON/, /^Covers/]) {
        const button = panel.getByRole("button", { name }).first();
        if ((await button.count()) > 0) await button.click();
      }
      await expectAccessible(page, "all its fields, and marked lines");
      await dashboard.goto("v=1&open=00000000-0000-0000-0000-000000000000");
      await expect(panel.getByText("Twilio does not show this conversation")).toBeVisible();
      await expectAccessible(page, "a conversation that is gone");
    });

    test("where nothing is found, and on what a link could not say", async ({ page, dashboard }) => {
      await dashboard.goto("v=1&range=1h&tz=UTC&channel=carrier-pigeon");
      await expect(page.getByText("No conversations match these filters")).toBeVisible();
      await expect(dashboard.charts.card("Languages").getByText("No matching conversations")).toBeAttached();
      await expectAccessible(page, "nothing matches");
      await dashboard.goto("v=7&range=tomorrow&tz=Nowhere&sort=x");
      await expect(page.getByText("This link was made by another version")).toBeVisible();
      await expect(dashboard.foot).toContainText(/loaded/);
      await expectAccessible(page, "notes");
    });

    test("while everything is still on its way", async ({ page, dashboard }) => {
      await page.route(/\/api\/query/, () => undefined);
      await dashboard.goto();
      await expect(dashboard.foot).toHaveText("Loading…");
      await expect(dashboard.charts.card("Languages")).toBeAttached();
      await expectAccessible(page, "the first load");
      await page.unrouteAll({ behavior: "ignoreErrors" });
    });
  });
}

test.describe("axe finds nothing at a desk", () => {
  test.use({ viewport: screens[0].viewport });
  test.slow();

  test("in any filter", async ({ page, dashboard }) => {
    await whole(dashboard);
    for (const role of ["Channel", "Language", "Sentiment", "Status"]) {
      await opened(dashboard.filters.button(role), async () => {
        const lines = dashboard.filters.facet(role).getByRole("checkbox");
        await expect(lines.first()).toBeVisible();
        await page.keyboard.press("ArrowDown");
        await expectAccessible(page, role);
      });
    }
    await opened(dashboard.filters.button("Language"), async () => {
      await page.getByRole("searchbox", { name: "Search languages" }).fill("zzz");
      await expectAccessible(page, "no such language");
    });
    await opened(dashboard.filters.button("Channel"), async () => {
      await dashboard.filters.facet("Channel").getByRole("checkbox").nth(0).click();
      await dashboard.filters
        .facet("Channel")
        .getByRole("button", { name: /^Exclude/ })
        .nth(1)
        .click();
      await expect(dashboard.chips).toHaveCount(3);
      await expectAccessible(page, "a value chosen, another excluded");
    });
    await opened(dashboard.button("Add filter"), async () => {
      const search = page.getByRole("searchbox", { name: "Search fields" });
      await expect(search).toBeVisible();
      await expectAccessible(page, "the fields");
      await search.fill("zzz");
      await expectAccessible(page, "no such field");
      await search.fill("");
      const fields = page.getByRole("list", { name: "Filter by another field" }).getByRole("button");
      for (let at = 0; at < (await fields.count()); at += 1) {
        const field = await fields.nth(at).innerText();
        await fields.nth(at).click();
        await expect(dashboard.button("All fields")).toBeVisible();
        await expect(page.getByRole("dialog").locator("[aria-busy=true]")).toHaveCount(0);
        await expectAccessible(page, `a filter on ${field}`);
        await dashboard.button("All fields").click();
      }
    });
  });
});

test.describe("axe finds nothing at a phone", () => {
  test.use({ viewport: screens[1].viewport, hasTouch: true });
  test.slow();

  test("in the filters' drawer", async ({ page, dashboard }) => {
    await whole(dashboard, "v=1&range=30d&tz=UTC&channel=voice&not.language=de");
    await opened(dashboard.button(/^Filters/), async () => {
      await expect(page.getByRole("dialog", { name: "Filters" }).getByRole("checkbox").first()).toBeVisible();
      await expectAccessible(page, "the drawer");
    });
  });
});
