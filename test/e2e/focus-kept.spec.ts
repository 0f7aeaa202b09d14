import { twilioError } from "../support/servers/replies.ts";
import { test as base, expect } from "./support/fixtures.ts";
import { expectFocusShown } from "./support/focus.ts";
import { ScriptedTwilio } from "./support/twilio.ts";

const test = base.extend<{ twilio: ScriptedTwilio }>({
  twilio: async ({ page }, use) => {
    const twilio = await ScriptedTwilio.start();
    await use(twilio);
    await page.close();
    await twilio.stop();
  },
});

test("the focus is kept when what has it is taken off the page by its own click", async ({ page, dashboard }) => {
  const press = (key: string) => page.keyboard.press(key);
  await dashboard.goto("v=7&range=30d&tz=UTC&channel=carrier-pigeon");
  await dashboard.button("Dismiss notes").press("Enter");
  await expectFocusShown(page, "after the notes were dismissed");
  await expect(dashboard.main).toBeFocused();

  await dashboard.button("Clear filters").press("Enter");
  await expect(dashboard.foot).toHaveText("100 loaded, more available");
  await expectFocusShown(page, "after the filters were cleared");
  await expect(dashboard.list).toBeFocused();

  await dashboard.filters.button("Channel").press("Enter");
  const exclude = dashboard.filters.facet("Channel").getByRole("button", { name: "Exclude Chat" });
  await exclude.press("Enter");
  await expect(dashboard.filters.chosen("Channel: not Chat")).toBeVisible();
  await expect(dashboard.filters.facet("Channel").locator("[aria-busy=true]")).toHaveCount(0);
  await expect(exclude).toBeFocused();
  await press("Escape");
  await expect(dashboard.chips).toHaveCount(1);
  await expect(dashboard.filters.button("Channel")).toBeFocused();

  await dashboard.button("Columns").press("Enter");
  const up = page.getByRole("button", { name: "Move Name up" });
  await up.press("Enter");
  await expect(up).toHaveAttribute("aria-disabled", "true");
  await expect(up).toBeFocused();
  await press("Escape");

  await dashboard.button(/^Views/).press("Enter");
  await page.getByRole("textbox", { name: "View name" }).fill("Mine");
  await press("Enter");
  await dashboard.button("Delete Mine").press("Enter");
  await expect(dashboard.button("Undo")).toBeFocused();
  await press("Enter");
  await expect(dashboard.button("Open Mine")).toBeVisible();
  await expectFocusShown(page, "after a deletion was undone");
});

test("refused credentials have a screen of their own, and a Retry that works gives the focus to the piece around it", async ({
  page,
  dashboard,
  twilio,
  consoleWatch,
}) => {
  consoleWatch.allow(/status of (502|503)/);
  twilio.spoil("metadata", twilioError(401));
  await page.goto(twilio.url);
  await expect(page.getByRole("heading", { name: "Twilio rejected the credentials" })).toBeVisible();
  twilio.spoil("first page", twilioError(503));
  await dashboard.button("Retry").press("Enter");
  await expect(dashboard.list.getByRole("alert")).toBeVisible();
  await expectFocusShown(page, "after the account was opened at the second try");

  await dashboard.list.getByRole("button", { name: "Retry" }).press("Enter");
  await expect(dashboard.foot).toHaveText("100 loaded, more available");
  await expect(page.getByRole("grid", { name: "Conversations" })).toBeVisible();
  await expectFocusShown(page, "after the rows came at the second try");

  twilio.spoil("next page", twilioError(503));
  await dashboard.rows.scrollToEnd();
  await dashboard.button("Retry").press("Enter");
  await expect(dashboard.foot).toHaveText("200 loaded, more available");
  await expectFocusShown(page, "after more rows came at the second try");
  await expect(dashboard.list).toBeFocused();
});

/** Something that is waited for until the test opens it. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

test("a filter that opens before its list is there gives the focus to the list when it comes", async ({
  page,
  dashboard,
  twilio,
}) => {
  const [file, counts] = [gate(), gate()];
  await page.route(/FacetPanel.*\.js$/, async (route) => {
    await file.opened;
    await route.continue();
  });
  await page.route(/\/api\/query/, async (route) => {
    if (route.request().postData()?.includes("Conversation.Count")) await counts.opened;
    await route.continue();
  });
  await page.goto(`${twilio.url}/?v=1&range=30d&tz=UTC`);
  await expect(dashboard.foot).toHaveText("100 loaded, more available");
  await dashboard.filters.button("Channel").press("Enter");
  await expect(page.getByRole("dialog")).toBeFocused();
  await expectFocusShown(page, "on a filter whose file is not there yet");
  file.open();
  const waiting = dashboard.filters.facet("Channel").getByRole("status", { name: "Loading channel values" });
  await expect(waiting).toBeFocused();
  await expectFocusShown(page, "on a filter whose values are not there yet");
  counts.open();
  await expect(dashboard.filters.facet("Channel").getByRole("checkbox").first()).toBeFocused();
});
