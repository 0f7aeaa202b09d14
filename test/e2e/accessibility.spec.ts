import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import type { Dashboard } from "./support/dashboard.ts";
import { expect, test } from "./support/fixtures.ts";
import { faulty } from "./support/settings.ts";

// A small account: what is looked at is how it looks. It fails where it is told to.
test.use({ settings: faulty });

const view = "v=1&range=30d&tz=UTC";
/** Fewer rows than the screen has room for: axe reads the whole page each time, also when only a dialog is looked at. */
const few = "v=1&range=12h&tz=UTC";
const dialog = "[role=dialog]";
const menu = "[role=menu]";
const conversation = "[role=complementary], [role=dialog]";

/** What a button opens, opened by key; the looks at it; then closed by Escape, with the focus back on the button. */
async function opened(opener: Locator, looks: () => Promise<void>): Promise<void> {
  await opener.press("Enter");
  await looks();
  await opener.page().keyboard.press("Escape");
  await expect(opener).toBeFocused();
}

/** The dashboard with everything on it drawn. */
async function whole(dashboard: Dashboard, search = view): Promise<void> {
  await dashboard.goto(search);
  await expect(dashboard.foot).toContainText(/loaded/);
  // At a desk the small charts, or the cards; a phone has none over its list.
  if (new URLSearchParams(search).get("lens") || (dashboard.page.viewportSize()?.width ?? 0) > 800) {
    await expect(
      dashboard.charts
        .card(/^(Languages|Conversations by language)$/)
        .getByRole("list")
        .first(),
    ).toBeAttached();
    await expect(dashboard.charts.card(/over time$/).getByRole("application")).toBeAttached();
  }
}

/** Without charts: a look reads every element of the page, also those beside or under what it is about. */
async function withoutCharts(dashboard: Dashboard): Promise<void> {
  const hide = dashboard.button("Hide charts");
  if (await hide.isVisible()) await hide.click();
  await expect(dashboard.charts.card("Languages")).toHaveCount(0);
}

async function rangeStates(page: Page, dashboard: Dashboard): Promise<void> {
  await opened(dashboard.rangeButton, async () => {
    await expect(dashboard.button("Apply")).toBeVisible();
    await expectAccessible(page, "the time range", dialog);
    await page.getByRole("textbox", { name: "From date" }).fill("2030-01-01");
    await expect(page.getByText("The end is before the start.")).toBeVisible();
    await expectAccessible(page, "a wrong time range", dialog);
    await dashboard.time.zone.click();
    await expect(page.getByRole("listbox").getByRole("option").first()).toBeVisible();
    await expectAccessible(page, "the zones", dialog);
    await dashboard.time.zone.fill("nowhere");
    await expect(page.getByText("No time zones found")).toBeVisible();
    await expectAccessible(page, "no such zone", dialog);
    await page.keyboard.press("Escape");
  });
}

async function exportStates(page: Page, dashboard: Dashboard, formats: readonly string[]): Promise<void> {
  await opened(dashboard.header.getByRole("button", { name: "Export", exact: true }), async () => {
    for (const format of formats) {
      await dashboard.exports.dialog.getByText(format, { exact: true }).click();
      await expectAccessible(page, `the export as ${format}`, dialog);
    }
  });
}

/** A filter on a field without a button of its own: as it opens, and where what is typed into it is wrong. */
async function otherField(page: Page, dashboard: Dashboard, field: string): Promise<void> {
  await page
    .getByRole("list", { name: "Filter by another field" })
    .getByRole("button", { name: field })
    .first()
    .click();
  const filter = dashboard.filters.facet(field);
  await expect(filter.locator("[aria-busy=true]")).toHaveCount(0);
  await expectAccessible(page, `a filter on ${field}`, dialog);
  const [search, least] = [filter.getByRole("searchbox"), filter.getByRole("textbox", { name: "At least" })];
  if (await search.isVisible()) {
    await search.fill("zzz");
    await expect(filter.getByRole("checkbox")).toHaveCount(0);
    await expectAccessible(page, `no such ${field}`, dialog);
  } else if (await least.isVisible()) {
    await least.fill("zzz");
    await expectAccessible(page, `no number: ${field}`, dialog);
  }
  await dashboard.button("All fields").click();
}

/** An export in the tray, its receipt, its other formats and the question before it is deleted. */
async function trayStates(page: Page, dashboard: Dashboard): Promise<void> {
  const tray = "section:has(> div > h2)";
  await dashboard.exports.csv();
  const item = dashboard.exports.item();
  await expect(item).toContainText("Complete");
  await item.getByRole("button", { name: "Details" }).click();
  await expect(item).toContainText("SHA-256");
  await expectAccessible(page, "the exports, with a receipt", tray);
  await opened(item.getByRole("button", { name: /^Other formats/ }), () =>
    expectAccessible(page, "the other formats", menu),
  );
  await item.getByRole("button", { name: /^Delete/ }).press("Enter");
  await expect(dashboard.button("Keep")).toBeFocused();
  await expectAccessible(page, "the question before a deletion", tray);
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(dashboard.exports.tray).toContainText("No exports yet");
  await expectAccessible(page, "no exports", tray);
}

/** The hours of a week, which can be clicked: one that the keys are at, and as a table. */
async function weekStates(page: Page, dashboard: Dashboard): Promise<void> {
  await dashboard.time.choosePreset("Last week");
  await dashboard.charts.hour("Monday", "09:00–10:00").focus();
  await page.keyboard.press("ArrowDown");
  await expectAccessible(page, "an hour of the week", "article:has(fieldset)");
  await dashboard.charts.asTable("Conversations by day and hour");
  await expectAccessible(page, "the hours of the week as a table", "article:has(table)");
}

test.describe("axe finds nothing at a desk", () => {
  test.use({ viewport: { width: 1440, height: 900 } });

  test("as it opens, and in every menu of the header and of the table", async ({ page, dashboard }) => {
    // As a page is that came over plain HTTP from another machine.
    await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, "clipboard"));
    await whole(dashboard);
    await expectAccessible(page, "as it opens");
    const menuOf = (name: RegExp) =>
      opened(dashboard.button(name), async () => {
        await expect(page.getByRole("menu")).toHaveCount(1);
        await expectAccessible(page, `the menu ${name}`, menu);
      });
    // Of one channel: a bar of few conversations has parts that are narrower than a finger.
    await whole(dashboard, `${view}&channel=voice`);
    await dashboard.look("Analysis");
    await expect(dashboard.charts.populationText("Conversations by language")).toBeAttached();
    await expectAccessible(page, "the cards");
    await menuOf(/^Conversations by channel: copy or download/);
    await opened(dashboard.button("Cards"), async () => {
      await expect(page.getByRole("checkbox", { name: "Explore" })).toBeVisible();
      await expectAccessible(page, "the choice of cards", dialog);
    });
    await whole(dashboard, few);
    await withoutCharts(dashboard);
    await rangeStates(page, dashboard);
    await opened(dashboard.button(/^Check for new/), async () => {
      await expect(dashboard.button("Every minute")).toBeVisible();
      await expectAccessible(page, "how often to look", dialog);
    });
    await opened(dashboard.button("Settings"), async () => {
      await expect(page.getByText("Display language")).toBeVisible();
      await expectAccessible(page, "the settings", dialog);
    });
    await dashboard.button("Settings").click();
    await dashboard.button(/^Formats/).click();
    await expect(page.getByRole("dialog", { name: "Dates and numbers" })).toBeVisible();
    await expectAccessible(page, "dates and numbers", dialog);
    await page.keyboard.press("Escape");
    await opened(dashboard.button("Columns"), async () => {
      await page.getByRole("button", { name: /^Pin / }).first().click();
      await expectAccessible(page, "the columns", dialog);
      await page.getByRole("textbox", { name: "Search columns" }).fill("zzz");
      await expectAccessible(page, "no such column", dialog);
    });
    await opened(dashboard.button("Copy link"), async () => {
      await page.getByRole("button", { name: /^Link with fixed range/ }).click();
      await expect(page.getByRole("textbox", { name: "Copy the link from here" })).toBeVisible();
      await expectAccessible(page, "a link to copy by hand", dialog);
    });
    await dashboard.table.focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Shift+F10");
    await expect(page.getByRole("menu")).toBeVisible();
    await expectAccessible(page, "the menu of a row", menu);
    await page.keyboard.press("Escape");
    await opened(dashboard.button("Shortcuts"), async () => {
      await expect(page.getByRole("dialog", { name: "Shortcuts" })).toBeVisible();
      await expectAccessible(page, "the keys", dialog);
    });
  });

  test("among the saved views, in an export and its receipt, and on a selection", async ({ page, dashboard }) => {
    await whole(dashboard, few);
    await withoutCharts(dashboard);
    await opened(dashboard.button(/^Views/), async () => {
      await expect(page.getByText(/^No saved views yet/)).toBeVisible();
      await expectAccessible(page, "none", dialog);
      const name = page.getByRole("textbox", { name: "View name" });
      await name.fill("Mine");
      await page.keyboard.press("Enter");
      await expect(dashboard.button("Open Mine")).toBeVisible();
      await name.fill("Mine");
      await dashboard.button("Open Mine by default").click();
      await dashboard.button("Rename Mine").click();
      await expectAccessible(page, "a name that is taken, and one that is written anew", dialog);
      await page.keyboard.press("Escape");
      await dashboard.button("Delete Mine").click();
      await expect(dashboard.button("Undo")).toBeVisible();
      await expectAccessible(page, "one that is deleted", dialog);
    });
    await exportStates(page, dashboard, ["CSV", "XLSX", "Parquet"]);
    await trayStates(page, dashboard);
    await page.keyboard.press("Escape");
    await dashboard.rows.box(1).click();
    await expect(dashboard.rows.selection).toContainText("1 selected");
    await expectAccessible(page, "a selection", "[data-list], [data-list] ~ *");
  });

  test("on charts, as tables, beside the period before, the further ones, and the hours of a week", async ({
    page,
    dashboard,
  }) => {
    await whole(dashboard, `${view}&channel=voice&not.language=de&compare=1&lens=analysis`);
    await expect(page.getByRole("img", { name: /^Conversations by day and hour/ })).toBeAttached();
    await expect(dashboard.charts.card("Sentiment by channel").getByRole("list").first()).toBeAttached();
    await expectAccessible(page, "the further charts, a period before, filters", "main");
    await weekStates(page, dashboard);
    for (const title of await page.getByRole("article").getByRole("heading").allInnerTexts()) {
      const asTable = dashboard.button(`${title}: show as table`);
      if ((await asTable.count()) > 0) await asTable.click();
    }
    await expectAccessible(page, "charts as tables", "article");
    for (const name of ["Measure", "Group by"]) {
      await page.getByRole("combobox", { name, exact: true }).click();
      await expect(page.getByRole("option").first()).toBeVisible();
      await expectAccessible(page, `what is explored: ${name}`, "[role=listbox]");
      await page.getByRole("option").first().click();
    }
    const explored = page.getByRole("article").filter({ has: page.getByRole("combobox") });
    await expect(explored.getByRole("button", { name: /show as/ })).toBeVisible();
    await expectAccessible(page, "what was explored", "article:has([role=combobox])");
    await explored.getByRole("button", { name: /show as/ }).click();
    await expectAccessible(page, "what was explored, as a table", "article:has([role=combobox])");
  });

  test("on a conversation, whole, with marks, with a failed part, and where there is none", async ({
    page,
    dashboard,
    request,
    product,
    consoleWatch,
  }) => {
    consoleWatch.allow(/status of (404|503)/);
    await whole(dashboard);
    const { panel } = dashboard.conversation;
    await dashboard.table.focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(panel.getByText("Loading…")).toHaveCount(0);
    await expectAccessible(page, "a conversation beside the list");
    await page.keyboard.press("r");
    await expect(dashboard.conversation.reading).toBeVisible();
    await expectAccessible(page, "a conversation across the page", conversation);
    await page.keyboard.press("Escape");
    await expect(panel).toBeVisible();
    await withoutCharts(dashboard);
    for (const name of ["Operator results", "Fields", "Raw JSON"]) await dashboard.conversation.unfold(name);
    for (const name of [/^Show all/, /^Show \d+ earlier/, /^JSON/, /^Covers/]) {
      const button = panel.getByRole("button", { name }).first();
      if ((await button.count()) > 0) await button.click();
    }
    await expectAccessible(page, "all its fields, and marked lines", conversation);
    await request.post(`${product.faultsUrl()}/OperatorResults/503`, { failOnStatusCode: true });
    await dashboard.button(/^Next conversation/).click();
    await expect(dashboard.conversation.part("Operator results").getByRole("alert")).toBeVisible();
    await expectAccessible(page, "a failed part", conversation);
    await dashboard.goto(`${view}&open=00000000-0000-0000-0000-000000000000`);
    await expect(panel.getByText("Twilio didn’t return this conversation")).toBeVisible();
    await withoutCharts(dashboard);
    await expectAccessible(page, "a conversation that is gone", conversation);
  });

  test("in any filter, also on an id, a name, a kind and a number", async ({ page, dashboard }) => {
    await whole(dashboard);
    await withoutCharts(dashboard);
    for (const role of ["Channel", "Language", "Sentiment", "Status"]) {
      await opened(dashboard.filters.button(role), async () => {
        await expect(dashboard.filters.facet(role).getByRole("checkbox").first()).toBeVisible();
        await page.keyboard.press("ArrowDown");
        await expectAccessible(page, role, dialog);
      });
    }
    await opened(dashboard.filters.button("Language"), async () => {
      await page.getByRole("searchbox", { name: "Search languages" }).fill("zzz");
      await expectAccessible(page, "no such language", dialog);
    });
    await opened(dashboard.filters.button("Channel"), async () => {
      const channels = dashboard.filters.facet("Channel");
      await channels.getByRole("checkbox").nth(0).click();
      await channels
        .getByRole("button", { name: /^Exclude/ })
        .nth(1)
        .click();
      // What is drawn on the button changes once its menu is closed; its name is said at once.
      await expect(dashboard.filters.button("Channel")).toHaveAccessibleName(/^Channel: \w+, not \w+$/);
      await expectAccessible(page, "a value chosen, another excluded", dialog);
    });
    await expect(dashboard.chips).toHaveText([/^Channel: \w+, not \w+$/]);
    // With fewer values, which are all alike.
    await dashboard.time.choosePreset("Last 24 hours");
    await opened(dashboard.button("Add filter"), async () => {
      const search = page.getByRole("searchbox", { name: "Search fields" });
      await expect(search).toBeVisible();
      await expectAccessible(page, "the fields", dialog);
      for (const field of ["Conversation ID", "Customer", "Agent type", "Duration"])
        await otherField(page, dashboard, field);
      await search.fill("zzz");
      await expectAccessible(page, "no such field", dialog);
    });
  });

  test("where nothing is found, what a link could not say, rows that failed, and what is being read", async ({
    page,
    dashboard,
    consoleWatch,
  }) => {
    consoleWatch.allow(/status of 50\d/);
    await dashboard.goto("v=1&range=1h&tz=UTC&channel=carrier-pigeon");
    await expect(page.getByText("No conversations match these filters")).toBeVisible();
    await expect(dashboard.charts.card("Languages").getByText("No matching conversations")).toBeAttached();
    await expectAccessible(page, "nothing matches", "main");
    await dashboard.goto("v=7&range=tomorrow&tz=Nowhere&sort=x");
    await expect(page.getByText("This view was made by another version")).toBeVisible();
    await expectAccessible(page, "notes", "main");
    await dashboard.goto(`${view}&status=fault:503`);
    await expect(dashboard.list.getByRole("alert")).toBeVisible();
    await expect(dashboard.charts.card(/over time$/).getByRole("button", { name: "Retry" })).toBeAttached();
    await expectAccessible(page, "nothing could be loaded", "main");
    await whole(dashboard, few);
    await page.route(/\/api\/query/, () => undefined);
    await dashboard.filters.choose("Language", "English");
    await expect(dashboard.foot).toHaveText("Updating…");
    await expectAccessible(page, "what is read again");
    await dashboard.goto();
    await expect(dashboard.foot).toHaveText("Loading…");
    await expect(dashboard.charts.card("Languages")).toBeAttached();
    await expectAccessible(page, "the first load");
    await page.unrouteAll({ behavior: "ignoreErrors" });
  });
});

test.describe("axe finds nothing at a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test("as it opens, on the hours of a week, in its drawers, on a conversation and an export", async ({
    page,
    dashboard,
  }) => {
    await whole(dashboard, `${view}&channel=voice&not.language=de`);
    await expectAccessible(page, "as it opens");
    await dashboard.look("Analysis");
    await weekStates(page, dashboard);
    await dashboard.look("Conversations");
    await withoutCharts(dashboard);
    await opened(dashboard.button(/^Filters/), async () => {
      await expect(page.getByRole("dialog", { name: "Filters" }).getByRole("checkbox").first()).toBeVisible();
      await expectAccessible(page, "the filters", dialog);
    });
    await rangeStates(page, dashboard);
    await exportStates(page, dashboard, ["CSV"]);
    await trayStates(page, dashboard);
    await page.keyboard.press("Escape");
    await dashboard.cards.first().getByRole("button").press("Enter");
    await expect(dashboard.conversation.panel.getByText("Loading…")).toHaveCount(0);
    await expectAccessible(page, "a conversation", conversation);
  });
});
