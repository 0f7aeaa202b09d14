import { withIds } from "./support/columns.ts";
import { expect, test } from "./support/fixtures.ts";
import { walk } from "./support/walk.ts";

test("a cell, a row and a link to it are copied by keys and by the row's menu", async ({
  page,
  context,
  dashboard,
  calls,
  request,
  openElsewhere,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await dashboard.goto(`v=1&range=24h&channel=voice&tz=UTC&${withIds}`);
  await expect(dashboard.foot).toHaveText(/ loaded/);
  const rows = await walk(request, calls.rowsBody());
  await dashboard.table.focus();
  for (const key of ["ArrowDown", "ArrowDown"]) await page.keyboard.press(key);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("c");
  await expect(dashboard.list).toContainText("Cell copied.");
  expect(await copied()).toBe(rows[1]?.["Id"]);
  await page.keyboard.press("y");
  await expect(dashboard.list).toContainText("Row copied as JSON.");
  expect(JSON.parse(await copied())).toEqual(rows[1]);

  await dashboard.rows.at(2).getByRole("gridcell").nth(1).click({ button: "right" });
  await page.getByRole("menuitem", { name: "Copy link to row" }).click();
  await expect(dashboard.list).toContainText("Link copied.");
  const link = await copied();
  const other = await openElsewhere(link, "Asia/Tokyo");
  await expect(other.conversation.panel).toContainText(String(rows[2]?.["Id"]));
  await expect(other.chips).toHaveText(["Channel: Voice"]);
  await expect(other.rangeButton).toContainText("Last 24 hours");
});

test("height, pins and widths are a person's own; a shared link carries them and changes nobody's", async ({
  page,
  context,
  dashboard,
  openElsewhere,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const height = async () => Math.round((await dashboard.rows.at(0).boundingBox())?.height ?? 0);
  await dashboard.goto("v=1&range=24h&tz=UTC");
  await expect(dashboard.foot).toHaveText(/ loaded/);
  const usual = await height();
  await dashboard.button("Columns").click();
  await page.getByText("Comfortable", { exact: true }).click();
  await dashboard.button("Pin Status").click();
  await page.keyboard.press("Escape");
  const roomy = await height();
  expect(roomy).toBeGreaterThan(usual);
  expect((await dashboard.rows.columnNames())[0]).toContain("Status");
  await dashboard.rows.columnEdge("Channels").focus();
  for (let presses = 0; presses < 5; presses += 1) await page.keyboard.press("ArrowRight");
  const wide = (await dashboard.rows.columnHeader("Channels").boundingBox())?.width;
  // None of it is the view's, so the address stays as it is, and a reload keeps it all the same.
  expect([...dashboard.search.keys()]).toEqual(["v", "range", "tz"]);
  await page.reload();
  await expect(dashboard.foot).toHaveText(/ loaded/);
  expect(await height()).toBe(roomy);
  expect((await dashboard.rows.columnHeader("Channels").boundingBox())?.width).toBe(wide);

  const link = await dashboard.saved.copyLink("Link with rolling range");
  const other = await openElsewhere(link, "UTC");
  await expect(other.foot).toHaveText(/ loaded/);
  expect((await other.rows.columnNames())[0]).toContain("Status");
  await other.goto("v=1&range=24h&tz=UTC");
  await expect(other.foot).toHaveText(/ loaded/);
  expect((await other.rows.columnNames())[0]).toContain("Created");

  await dashboard.button("Columns").click();
  await dashboard.button("Reset to default").click();
  await page.keyboard.press("Escape");
  expect(await height()).toBe(usual);
  expect((await dashboard.rows.columnNames())[0]).toContain("Created");
});
