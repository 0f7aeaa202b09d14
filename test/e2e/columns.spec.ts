import { readCsv } from "./support/csv.ts";
import { expect, test } from "./support/fixtures.ts";
import { walk } from "./support/walk.ts";

test("columns are sorted by and chosen", async ({ page, dashboard, calls, request }) => {
  await test.step("a header's click sorts upstream, and a reload keeps the order", async () => {
    await dashboard.goto("v=1&range=2d&tz=UTC");
    await expect(dashboard.rows.columnHeader("Created")).toHaveAttribute("aria-sort", "descending");
    await dashboard.rows.toggleColumns("Conversation ID");
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
    expect((await dashboard.rows.columnNames())[1]).toBe("Conversation ID");
    for (const { place, cells } of await dashboard.rows.drawn()) expect(cells[1]).toBe(ids[place]);

    await dashboard.rows.sortBy("Status");
    await expect(dashboard.rows.columnHeader("Created")).toHaveAttribute("aria-sort", "descending");
    expect(dashboard.search.has("sort")).toBe(false);
  });
  await test.step("the choice of columns is in the address, the query and the file", async () => {
    await dashboard.rows.toggleColumns("Languages", "Agent type");
    const [before, after] = [
      ["Name", "Customer", "Agent"],
      ["Channels", "Sentiment", "Duration", "Status"],
    ];
    const names = ["Created", "Conversation ID", ...before, "Agent type", ...after];
    await expect(dashboard.rows.heads).toHaveText(names);
    const fields = dashboard.search.getAll("column");
    expect(fields).toContain("AgentType");
    expect(fields).not.toContain("Languages");
    await expect(dashboard.foot).toHaveText(/ loaded/);
    expect(calls.rowsBody().query.dimensions).toEqual(expect.arrayContaining(fields));
    const file = await readCsv(await dashboard.exports.csv());
    expect(file.header).toEqual(["Created (UTC)", ...names.slice(1)]);

    await page.reload();
    await expect(dashboard.rows.heads).toHaveText(names);
  });
});

test("columns are moved in their menu and at their heads", async ({ page, dashboard, calls }) => {
  await test.step("in the menu of columns the mark is on the side of a column where what is dragged would go", async () => {
    await dashboard.goto("v=1&range=2d&tz=UTC&column=DateCreated&column=Id&column=Channels&column=Status");
    await dashboard.button("Columns").click();
    const line = (name: string) =>
      page.locator("[draggable=true]").filter({ has: page.getByRole("checkbox", { name }) });
    const edges = () =>
      line("Channels").evaluate((one) => {
        const { borderTopColor, borderBottomColor } = getComputedStyle(one);
        return [borderTopColor, borderBottomColor].map((colour) => colour !== "rgba(0, 0, 0, 0)");
      });
    expect(await edges()).toEqual([false, false]);
    for (const [name, marked] of [
      ["Created", [false, true]],
      ["Status", [true, false]],
    ] as const) {
      const [from, to] = [await line(name).boundingBox(), await line("Channels").boundingBox()];
      if (!from || !to) throw new Error("There are no lines.");
      await page.mouse.move(from.x + 5, from.y + from.height / 2);
      await page.mouse.down();
      await page.mouse.move(to.x + 20, to.y + 10, { steps: 8 });
      await page.mouse.move(to.x + 30, to.y + to.height / 2, { steps: 4 });
      await expect.poll(edges).toEqual(marked);
      // Back where it was: nothing has moved.
      await page.mouse.move(from.x + 5, from.y + from.height / 2, { steps: 4 });
      await page.mouse.up();
      await expect.poll(edges).toEqual([false, false]);
    }
    await page.keyboard.press("Escape");
  });
  await test.step("a header is dragged and moved by keys, the address carries the order, and a reload shows it", async () => {
    await expect(dashboard.foot).toHaveText(/ loaded/);
    calls.clear();
    const [target, mark] = [dashboard.rows.columnHeader("Channels"), page.locator("th[data-drop='after']")];
    const from = await dashboard.rows.columnHeader("Created").boundingBox();
    const to = await target.boundingBox();
    if (!from || !to) throw new Error("There are no headers.");
    await page.mouse.move(from.x + 30, from.y + 18);
    await page.mouse.down();
    await page.mouse.move(to.x + 20, to.y + 18, { steps: 8 });
    await page.mouse.move(to.x + 40, to.y + 18, { steps: 4 });
    await expect(mark).toHaveAttribute("aria-label", "Channels");
    const stripe = await target.evaluate((head) => {
      const { width, right } = getComputedStyle(head, "::before");
      return { width, right };
    });
    expect(stripe).toEqual({ width: "3px", right: "0px" });
    await page.mouse.up();
    await expect(dashboard.rows.heads).toHaveText(["Conversation ID", "Channels", "Created", "Status"]);
    await expect(dashboard.list).toContainText("Created is column 3 of 4.");
    // The rows are those that were there.
    expect((await calls.count()).rows).toBe(0);
    expect(dashboard.search.has("sort")).toBe(false);

    const created = dashboard.rows.columnHeader("Created");
    await created.getByRole("button").focus();
    await page.keyboard.press("Control+Shift+ArrowRight");
    await page.keyboard.press("Control+Shift+ArrowLeft");
    await page.keyboard.press("Control+Shift+ArrowLeft");
    await expect(dashboard.list).toContainText("Created is column 2 of 4.");
    await expect(created.getByRole("button")).toBeFocused();
    const names = ["Conversation ID", "Created", "Channels", "Status"];
    await expect(dashboard.rows.heads).toHaveText(names);
    expect(dashboard.search.getAll("column")).toEqual(["Id", "DateCreated", "Channels", "Status"]);

    const edge = await dashboard.rows.columnEdge("Channels").boundingBox();
    if (!edge) throw new Error("The column has no edge.");
    await page.mouse.move(edge.x + 4, edge.y + 18);
    await page.mouse.down();
    await page.mouse.move(edge.x + 104, edge.y + 18, { steps: 5 });
    await page.mouse.up();
    await expect(dashboard.rows.heads).toHaveText(names);
    expect(Number(await dashboard.rows.columnEdge("Channels").getAttribute("aria-valuenow"))).toBeGreaterThan(200);

    await created.getByRole("button").click();
    await expect(created).toHaveAttribute("aria-sort", "ascending");
    await page.reload();
    await expect(dashboard.rows.heads).toHaveText(names);
  });
});

test("pinned columns stay while they leave room for the others, which a conversation beside them takes", async ({
  page,
  dashboard,
}) => {
  const look = "pin=Status&pin=Languages&width=Status:480&width=Created:600";
  await dashboard.goto(`v=1&range=2d&tz=UTC&${look}`);
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

test("how a link's table looks stays through a change of the view and a reload, until it is changed or another opens", async ({
  page,
  dashboard,
}) => {
  await dashboard.goto("v=1&range=2d&tz=UTC&pin=Status&density=compact");
  await expect(dashboard.rows.heads.first()).toHaveText(/^Status/);
  await dashboard.rows.sortBy("Created");
  await expect(page).not.toHaveURL(/pin=/);
  await page.reload();
  await expect(dashboard.rows.heads.first()).toHaveText(/^Status/);
  await dashboard.goto("v=1&range=2d&tz=UTC");
  await expect(dashboard.rows.heads.first()).toHaveText(/^Created/);
});

test("no heading is cut at the usual widths, and a unit that the account names is told", async ({
  page,
  dashboard,
}) => {
  const fields = ["Id", "Name", "ParticipantCount", "Duration", "Conversation.LongestWaitTime", "Languages"];
  await dashboard.goto(`v=1&tz=UTC&${fields.map((field) => `column=${field}`).join("&")}`);
  await expect(dashboard.rows.columnHeader("Duration")).toBeVisible();
  await expect(dashboard.rows.columnHeader("Longest wait time (s)")).toBeAttached();
  const cut = await page
    .getByRole("columnheader")
    .locator("button > span")
    .evaluateAll((labels) => labels.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.textContent));
  expect(cut).toEqual([]);
});
