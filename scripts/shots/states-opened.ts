import { type State, showing } from "./state.ts";

/** Presses a button of the line of filters, which a phone has behind another one. */
function filter(name: string, key: `filters.roles.${"channel" | "language"}`): State {
  return {
    name,
    room: "desk",
    reach: async ({ page, says }) => {
      const group = page.getByRole("group", { name: says("filters.title") });
      const own = group.getByRole("button", { name: says(key, "begins") });
      if (await own.isVisible()) return own.click();
      await page.locator("[data-add-filter]").first().click();
      await page
        .getByRole("dialog")
        .getByRole("button", { name: says(key, "begins") })
        .first()
        .click();
    },
  };
}

/** Every popover, menu and dialog. */
export const openedStates = showing("[role=dialog], [role=menu]", [
  { name: "time range", reach: (screen) => screen.press("filters.range.title", "begins") },
  {
    name: "time range, reversed",
    tells: "rangePanel.problems.reversed",
    search: "range=2026-01-05..2026-01-09",
    reach: async (screen) => {
      await screen.press("filters.range.title", "begins");
      const boxes = screen.opened.getByRole("form").getByRole("textbox");
      await boxes.first().fill("2030-01-01");
    },
  },
  {
    name: "time zones",
    shows: "[role=option]",
    reach: async (screen) => {
      await screen.press("filters.range.title", "begins");
      await screen.page.getByRole("combobox", { name: screen.says("rangePanel.zone.label") }).click();
    },
  },
  filter("channel filter", "filters.roles.channel"),
  filter("language filter", "filters.roles.language"),
  {
    name: "other fields",
    room: "desk",
    reach: ({ page }) => page.locator("[data-add-filter]").first().click(),
  },
  {
    name: "filters of a phone",
    room: "phone",
    reach: (screen) => screen.press("filters.title", "begins"),
  },
  {
    name: "saved views",
    shows: "[role=dialog] li",
    reach: async (screen) => {
      await screen.press("saved.button", "begins");
      for (const name of [
        "Negative voice, last week",
        "شكاوى الصوت",
        "A view with a name that is longer than its line",
      ]) {
        await screen.page.getByRole("textbox", { name: screen.says("savedPanel.name") }).fill(name);
        await screen.page.keyboard.press("Enter");
      }
    },
  },
  { name: "link", reach: (screen) => screen.press("saved.link") },
  { name: "check for new", reach: (screen) => screen.press("refresh.looking") },
  { name: "settings", reach: (screen) => screen.press("shell.settings") },
  {
    name: "formats",
    reach: async (screen) => {
      await screen.press("shell.settings");
      await screen.press("settings.formats", "begins");
    },
  },
  { name: "shortcuts", room: "desk", reach: ({ page }) => page.keyboard.press("?") },
  { name: "columns", room: "desk", reach: (screen) => screen.press("table.columns.title") },
  { name: "cards", search: "lens=analysis", reach: (screen) => screen.press("cards.chosen") },
  { name: "account", reach: ({ page }) => page.locator("[data-account]").click() },
  {
    name: "row menu",
    room: "desk",
    reach: async ({ page }) => {
      await page.locator("[role=grid]").focus();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Shift+F10");
    },
  },
  { name: "chart menu", search: "lens=analysis", reach: (screen) => screen.press("charts.save.menu") },
  { name: "export", reach: (screen) => screen.press("shell.exportView") },
  {
    name: "export as Excel",
    search: "channel=voice&not.language=de",
    takesValues: false,
    reach: async (screen) => {
      await screen.press("shell.exportView");
      await screen.opened.getByText("XLSX", { exact: true }).click();
    },
  },
  {
    name: "no exports",
    shows: "section h2",
    tells: "exporting.tray.none",
    reach: (screen) => screen.press("exporting.tray.button", "begins"),
  },
  {
    name: "exports",
    shows: "section h2",
    tells: "exporting.details.sha256",
    search: "range=3d",
    reach: async (screen) => {
      await screen.press("shell.exportView");
      await screen.press("exporting.start");
      await screen.press("exporting.act.details");
    },
  },
  { name: "find", reach: (screen) => screen.find("") },
  { name: "find a name", shows: "[role=dialog] mark", reach: (screen) => screen.find("ar") },
  { name: "find a telephone number", tells: "find.phone.title", reach: (screen) => screen.find("+1 202 555 0100") },
  {
    name: "find an ID that is not there",
    tells: "find.place.nowhere",
    reach: (screen) => screen.find("conv_conversation_01k0nobody000000000000000x"),
  },
]);
