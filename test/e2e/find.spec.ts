import { callOf } from "../../server/stand-in/detail/calls.ts";
import { expectAccessible } from "./support/axe.ts";
import { expect, test } from "./support/fixtures.ts";
import type { Row } from "./support/walk.ts";

const view = "v=1&range=7d&tz=UTC&column=DateCreated&column=Name&column=CustomerName&column=AgentName&column=Channels";
const idOf = (row: Row | undefined) => String(row?.["Id"]);

test("an id of another month, a call and several ids are found by pasting them", async ({
  page,
  context,
  dashboard,
  openWhole,
  request,
}) => {
  test.slow();
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const rows = await openWhole("v=1&range=30d&tz=UTC");
  await dashboard.goto(view);
  await expect(dashboard.foot).toHaveText("100 loaded, more available");
  const calls = rows.filter(({ Channels }) => String(Channels).includes("voice")).slice(-10);
  // One in a hundred is deleted, so that no list has its call.
  const listed = calls.map(async (row) =>
    (await request.get(`/api/conversations?channelId=${callOf(idOf(row))}`)).json(),
  );
  const old = calls[(await Promise.all(listed)).findIndex(({ items }) => items.length > 0)];
  const paste = async (text: string) => {
    await expect(dashboard.find.box).toBeFocused();
    await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await page.keyboard.press("Control+V");
  };

  await test.step("a paste and Enter open it", async () => {
    await page.keyboard.press("Control+K");
    await paste(idOf(old));
    await page.keyboard.press("Enter");
    await expect(dashboard.conversation.panel).toBeFocused();
    expect(dashboard.search.get("open")).toBe(idOf(old));
    await page.keyboard.press("Escape");
  });

  await test.step("it is said where it is, and the list goes to its day", async () => {
    await page.keyboard.press("/");
    await paste(idOf(old));
    await expect(dashboard.find.options.first()).toContainText("Not in this view: outside your dates");
    await expectAccessible(page, "an id that was found", "[role=dialog]");
    await dashboard.find.options.filter({ hasText: /^Go to .* with it open$/ }).click();
    await expect(dashboard.conversation.panel).toBeVisible();
    expect(dashboard.search.get("range")).toMatch(/^(\d{4}-\d{2}-\d{2})\.\.\1$/);
    await dashboard.goto(view);
    await expect(dashboard.foot).toHaveText("100 loaded, more available");
  });

  await test.step("the SID of its call opens it as well", async () => {
    await page.keyboard.press("/");
    await paste(callOf(idOf(old)));
    await page.keyboard.press("Enter");
    await expect(dashboard.conversation.panel).toBeVisible();
    expect(dashboard.search.get("open")).toBe(idOf(old));
    await page.keyboard.press("Escape");
  });

  await test.step("several become a selection, and what was not found is said", async () => {
    await page.keyboard.press("/");
    await paste(`${idOf(rows[0])}\n${idOf(rows[1])}\nconv_conversation_01k0nobody000000000000000x`);
    await expect(dashboard.find.dialog).toContainText("conv…00000x isn’t in this account");
    await expect(dashboard.find.options.first()).toContainText("2 of 3 found");
    await expectAccessible(page, "several ids", "[role=dialog]");
    await page.keyboard.press("Enter");
    await expect(dashboard.rows.selection).toContainText("2 selected");
  });
});

test("names, values and actions are found by typing, and the keys are dead where one types or does not want them", async ({
  page,
  dashboard,
  calls,
}) => {
  test.slow();
  await dashboard.goto(view);
  await expect(dashboard.foot).toHaveText("100 loaded, more available");
  await dashboard.find.button.click();
  await expectAccessible(page, "the find box", "[role=dialog]");
  const customer = (await dashboard.rows.cells.nth(2).textContent()) ?? "";
  const asked = calls.bodies("rows").length;

  await page.keyboard.type(customer.toUpperCase());
  await expect(dashboard.find.options.first()).toContainText(customer);
  await expect(dashboard.find.dialog.locator("mark").first()).toBeVisible();
  await expectAccessible(page, "a name that was found", "[role=dialog]");
  expect(calls.bodies("rows")).toHaveLength(asked);
  await page.keyboard.press("Shift+Enter");
  await expect(dashboard.chips).toHaveText(new RegExp(customer));

  await page.keyboard.press("/");
  await page.keyboard.type("+1 202 555 0100");
  await expect(dashboard.find.dialog).toContainText("Twilio can’t search by telephone number.");
  await expect(dashboard.find.options).toHaveCount(0);
  await expectAccessible(page, "a telephone number", "[role=dialog]");
  await page.keyboard.press("Escape");
  await expect(dashboard.find.dialog).toHaveCount(0);

  await dashboard.find.button.press("Enter");
  await page.keyboard.type("hide ch");
  await page.keyboard.press("Enter");
  await expect(dashboard.button("Show charts")).toBeVisible();
  await expect(dashboard.find.button).toBeFocused();

  await page.keyboard.press("/");
  await page.keyboard.type("columns");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "Columns" })).toBeVisible();
  await page.keyboard.press("Escape");

  await page.keyboard.press("/");
  await page.keyboard.type("a/b");
  await page.keyboard.press("Control+K");
  await expect(dashboard.find.box).toHaveValue("a/b");
  await page.keyboard.press("Escape");
  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "Shortcuts" }).getByRole("switch").press("Space");
  await page.keyboard.press("Escape");
  await page.keyboard.press("/");
  await page.keyboard.press("Control+K");
  await expect(dashboard.find.dialog).toHaveCount(0);
});
