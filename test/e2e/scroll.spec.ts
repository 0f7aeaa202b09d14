import { withIds } from "./support/columns.ts";
import { expect, test } from "./support/fixtures.ts";
import { walk } from "./support/walk.ts";

test("each page is one call, its rows in order, and the end is where the charts say", async ({
  dashboard,
  calls,
  request,
}) => {
  await dashboard.goto(`v=1&lens=analysis&range=7d&channel=voice&tz=UTC&${withIds}`);
  await expect(dashboard.charts.populationText("Conversations by channel")).toBeVisible();
  const total = await dashboard.charts.population();
  await dashboard.look("Conversations");
  const pages = Math.ceil(total / 100);
  expect(pages).toBeGreaterThan(2);
  const ids = (await walk(request, calls.rowsBody())).map((row) => row["Id"]);
  expect(ids).toHaveLength(total);

  for (let loaded = 1; loaded < pages; loaded += 1) {
    await expect(dashboard.foot).toHaveText(`${loaded * 100} loaded, more available`);
    expect((await calls.count()).rows).toBe(loaded);
    for (const { place, cells } of await dashboard.rows.drawn()) expect(cells[1]).toBe(ids[place]);
    await dashboard.rows.scrollToEnd();
  }
  await expect(dashboard.foot).toHaveText(`${total} conversations, all loaded`);
  await dashboard.rows.scrollToEnd();
  await expect(dashboard.table.getByText(String(ids.at(-1)))).toBeVisible();
  expect((await calls.count()).rows).toBe(pages);
  for (const { place, cells } of await dashboard.rows.drawn()) expect(cells[1]).toBe(ids[place]);
});

test("Refresh begins a new list with one call", async ({ dashboard, calls }) => {
  await dashboard.goto();
  await expect(dashboard.foot).toHaveText("100 loaded, more available");
  await dashboard.rows.scrollToEnd();
  await expect(dashboard.foot).toHaveText("200 loaded, more available");
  calls.clear();
  await dashboard.button("Refresh").click();
  await expect(dashboard.foot).toHaveText("100 loaded, more available");
  expect((await calls.count()).rows).toBe(1);
  expect((await dashboard.rows.drawn())[0]?.place).toBe(0);
});
