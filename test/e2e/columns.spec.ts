import { readCsv } from "./support/csv.ts";
import { expect, test } from "./support/fixtures.ts";
import { walk } from "./support/walk.ts";

test("a header's click sorts upstream, and a reload keeps the order", async ({ page, dashboard, calls, request }) => {
  await dashboard.goto("v=1&range=1d&tz=UTC");
  await expect(dashboard.rows.columnHeader("Created")).toHaveAttribute("aria-sort", "descending");
  await dashboard.rows.sortBy("Status");
  await expect(dashboard.rows.columnHeader("Status")).toHaveAttribute("aria-sort", "descending");
  await dashboard.rows.sortBy("Status");
  await expect(dashboard.rows.columnHeader("Status")).toHaveAttribute("aria-sort", "ascending");
  expect(dashboard.search.get("sort")).toBe("Status:asc");
  expect(calls.rowsBody().query.orderBy[0]).toEqual({ field: "Status", direction: "ASC" });

  await page.reload();
  await expect(dashboard.rows.columnHeader("Status")).toHaveAttribute("aria-sort", "ascending");
  await expect(dashboard.foot).toHaveText(/ loaded/);
  expect(calls.rowsBody().query.orderBy[0]).toEqual({ field: "Status", direction: "ASC" });
  const ids = (await walk(request, calls.rowsBody())).map((row) => row["Id"]);
  for (const { place, cells } of await dashboard.rows.drawn()) expect(cells[1]).toBe(ids[place]);

  await dashboard.rows.sortBy("Status");
  await expect(dashboard.rows.columnHeader("Created")).toHaveAttribute("aria-sort", "descending");
  expect(dashboard.search.has("sort")).toBe(false);
});

test("the choice of columns is in the address, the query and the file", async ({ page, dashboard, calls }) => {
  await dashboard.goto("v=1&range=1d&tz=UTC");
  await dashboard.rows.toggleColumns("Languages", "Agent name");
  const names = ["Created", "Conversation ID", "Channels", "Sentiment", "Status", "Agent name"];
  await expect(dashboard.rows.heads).toHaveText(names);
  const fields = dashboard.search.getAll("column");
  expect(fields).toContain("AgentName");
  expect(fields).not.toContain("Languages");
  await expect(dashboard.foot).toHaveText(/ loaded/);
  expect(calls.rowsBody().query.dimensions).toEqual(expect.arrayContaining(fields));
  const file = await readCsv(await dashboard.exports.csv());
  expect(file.header).toEqual(["Created (UTC)", ...names.slice(1)]);

  await page.reload();
  await expect(dashboard.rows.heads).toHaveText(names);
});

test("pinned columns stay while they leave room for the others, which a conversation beside them takes", async ({
  page,
  dashboard,
}) => {
  const look = "pin=Status&pin=Languages&width=Status:480&width=Created:600";
  await dashboard.goto(`v=1&range=1d&tz=UTC&${look}`);
  await expect(dashboard.foot).toHaveText(/ loaded/);
  const panel = page.getByRole("complementary");
  const aside = () =>
    dashboard.table.evaluate((grid) => {
      const box = grid.parentElement;
      const [head, cell] = ["th", "td"].map((one) => grid.querySelector(`${one}:not([data-select])`));
      if (!box || !head || !cell) throw new Error("There is no table.");
      box.scrollLeft = 150;
      const { left } = box.getBoundingClientRect();
      return [head, cell].map((one) => Math.round(one.getBoundingClientRect().left - left));
    });
  expect(await aside()).toEqual([40, 40]);
  await dashboard.rows.cells.first().click();
  await expect(panel).toBeVisible();
  expect(await aside()).toEqual([-110, -110]);
  expect(await dashboard.sidewaysScroll()).toBe(0);
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();
  expect(await aside()).toEqual([40, 40]);
});
