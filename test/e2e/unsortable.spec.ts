import { withIds } from "./support/columns.ts";
import { expect, test } from "./support/fixtures.ts";
import { faulty } from "./support/settings.ts";

test.use({ settings: faulty });

test("a column that Twilio refuses to sort by says so and stays so, and the rows stay", async ({
  page,
  dashboard,
  calls,
}) => {
  await dashboard.goto(`v=1&range=7d&tz=UTC&not.status=fault:order&${withIds}`);
  await expect(dashboard.foot).toHaveText(/ loaded/);
  // How many are drawn depends on the room that the charts leave.
  const firstIds = async () => (await dashboard.rows.drawn()).slice(0, 5).map(({ cells }) => cells[1]);
  const ids = await firstIds();
  const channels = dashboard.rows.columnHeader("Channels");
  await channels.getByRole("button").focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Twilio can’t sort by “Channels”. Showing newest first.")).toBeVisible();
  expect(calls.bodies("rows").filter(({ query }) => query.orderBy[0]?.field === "Channels")).toHaveLength(1);
  await expect(dashboard.foot).toHaveText(/ loaded/);
  await expect(dashboard.list.getByRole("alert")).toHaveCount(0);
  expect(await firstIds()).toEqual(ids);
  const button = channels.getByRole("button", { name: /^Channels ?, Twilio can’t sort by this column$/ });
  await expect(button).toBeFocused();
  await expect(dashboard.rows.columnHeader("Created")).toHaveAttribute("aria-sort", "descending");

  await dashboard.rows.sortBy("Status");
  await expect(dashboard.rows.columnHeader("Status")).toHaveAttribute("aria-sort", "descending");
  await expect(page.getByText("Twilio can’t sort by “Channels”")).toHaveCount(0);
  await expect(button).toBeVisible();
});

test("a link with such a sort shows the newest first and says why", async ({ page, dashboard }) => {
  await dashboard.goto("v=1&range=7d&tz=UTC&not.status=fault:order&sort=Languages:asc");
  await expect(page.getByText("Twilio can’t sort by “Languages”. Showing newest first.")).toBeVisible();
  await expect(dashboard.foot).toHaveText(/ loaded/);
  await expect(dashboard.rows.columnHeader("Created")).toHaveAttribute("aria-sort", "descending");
});
