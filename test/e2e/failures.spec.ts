import { raw, twilioError } from "../support/servers/replies.ts";
import { startProduct } from "./support/product.ts";
import { expect, test } from "./support/scripted.ts";
import { conversations } from "./support/twilio.ts";

test("a rate limit and pages that have expired are overcome by themselves", async ({
  page,
  dashboard,
  twilio,
  consoleWatch,
}) => {
  await test.step("a rate limit counts down on the screen and goes on by itself", async () => {
    consoleWatch.allow(/status of 429/);
    twilio.spoil("first page", twilioError(429, {}, { "x-ratelimit-reset": "5" }));
    await page.goto(twilio.url);
    await expect(dashboard.foot).toContainText(/Continuing in \d+ s/);
    await expect(dashboard.foot).toHaveText("100 loaded, more available");
  });
  await test.step("when pages have expired, the list is read again up to where one stood, and says so", async () => {
    consoleWatch.allow(/status of 400/);
    await expect(dashboard.foot).toHaveText("100 loaded, more available");
    await dashboard.rows.scrollToEnd();
    await expect(dashboard.foot).toHaveText("200 loaded, more available");
    await expect(dashboard.table.getByText("conversation-99", { exact: true })).toBeVisible();
    twilio.spoil("next page", twilioError(400, { message: "pageToken has expired" }));
    await dashboard.rows.scrollToEnd();
    await expect(dashboard.list).toContainText("The list was reloaded because its results had expired.");
    // It stands where it stood, and goes on from there.
    await expect(dashboard.table.getByText("conversation-199", { exact: true })).toBeVisible();
    await dashboard.rows.scrollToEnd();
    await expect(dashboard.foot).toHaveText(`${conversations} conversations, all loaded`);
    await dashboard.rows.scrollToEnd();
    await expect(dashboard.table.getByText("conversation-249", { exact: true })).toBeVisible();
  });
});

test("answers that are none and pages that fail are told, and the way on works", async ({
  page,
  dashboard,
  twilio,
  consoleWatch,
}) => {
  await test.step("HTML instead of an answer is told in a sentence", async () => {
    consoleWatch.allow(/status of 502/);
    twilio.spoil("first page", raw("<html><body>Bad gateway</body></html>", "text/html"));
    await page.goto(twilio.url);
    await expect(dashboard.list.getByRole("alert")).toContainText(/\w+ .*\./);
    await expect(dashboard.list).not.toContainText("<html>");
    await dashboard.list.getByRole("button", { name: "Retry" }).click();
    await expect(dashboard.foot).toHaveText("100 loaded, more available");
  });
  await test.step("a next page that fails leaves the rows, and Retry goes on", async () => {
    consoleWatch.allow(/status of 503/);
    twilio.spoil("next page", twilioError(503));
    await expect(dashboard.foot).toHaveText("100 loaded, more available");
    await dashboard.rows.scrollToEnd();
    await expect(dashboard.list.getByRole("alert")).toContainText("Couldn’t load more. Twilio couldn’t respond.");
    await expect(dashboard.table.getByText("conversation-99")).toBeVisible();
    await dashboard.button("Retry").click();
    await expect(dashboard.foot).toHaveText("200 loaded, more available");
    await dashboard.rows.scrollToEnd();
    await expect(dashboard.foot).toHaveText(`${conversations} conversations, all loaded`);
    await dashboard.look("Analysis");
    expect(await dashboard.charts.population()).toBe(conversations);
  });
});

test("a server that is gone is told, the rows stay, and Try again works once it is back", async ({
  page,
  dashboard,
  consoleWatch,
}) => {
  // The page goes on asking for the events of exports, too.
  consoleWatch.allow(/ERR_CONNECTION_REFUSED/);
  const settings = { SAMPLE_CONVERSATIONS: "2000" };
  const first = await startProduct(settings);
  await page.goto(first.url);
  await expect(dashboard.foot).toHaveText("100 loaded, more available");
  const rows = dashboard.table.getByRole("row");
  const shown = await rows.nth(1).innerText();
  // The files of the charts come when the page is idle, and have to be there before the server is gone.
  await expect(dashboard.charts.values("Languages")).toBeVisible();
  await first.stop();
  await dashboard.button("Refresh").click();
  await expect(dashboard.list.getByRole("alert")).toContainText("Earshot’s server isn’t responding");
  await expect(dashboard.foot).toHaveText(/^Not updated. Showing the rows from \d\d:\d\d\.$/);
  expect(await rows.nth(1).innerText()).toBe(shown);
  const second = await startProduct({ ...settings, PORT: new URL(first.url).port });
  await dashboard.list.getByRole("button", { name: "Retry" }).click();
  await expect(dashboard.foot).toHaveText("100 loaded, more available");
  await expect(dashboard.charts.values("Languages")).toBeVisible();
  await page.close();
  await second.stop();
});

test("what failed while the browser was offline is asked for again by itself, and nothing was taken away", async ({
  page,
  context,
  dashboard,
  twilio,
  consoleWatch,
}) => {
  consoleWatch.allow(/ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED/);
  await page.goto(twilio.url);
  await expect(dashboard.foot).toHaveText("100 loaded, more available");
  await expect(dashboard.charts.values("Languages")).toBeVisible();
  const values = await dashboard.charts.values("Languages").innerText();
  await context.setOffline(true);
  await dashboard.button("Refresh").click();
  await expect(dashboard.list.getByRole("alert")).toContainText("You’re offline");
  await expect(dashboard.foot).toHaveText(/^Not updated. Showing the rows from \d\d:\d\d\.$/);
  // Rows and charts stay, and say what they are.
  await expect(dashboard.table.getByText("conversation-0", { exact: true })).toBeVisible();
  await expect(page.getByText("This is the previous chart.").first()).toBeVisible();
  expect(await dashboard.charts.values("Languages").innerText()).toBe(values);
  await context.setOffline(false);
  await expect(dashboard.foot).toHaveText("100 loaded, more available");
  await expect(page.getByText("This is the previous chart.")).toHaveCount(0);
  // The same for further rows.
  await context.setOffline(true);
  await dashboard.rows.scrollToEnd();
  await expect(dashboard.list.getByRole("alert")).toContainText("Couldn’t load more. You’re offline");
  await context.setOffline(false);
  await expect(dashboard.foot).toHaveText("200 loaded, more available");
});
