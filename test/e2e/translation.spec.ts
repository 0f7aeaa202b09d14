import { withIds } from "./support/columns.ts";
import { expect, test } from "./support/fixtures.ts";
import { ask, type Leaf, total, windowOf } from "./support/truth.ts";

/**
 * As the translators of browsers do: every text that may be translated gives way to a piece of the translator's own,
 * also those that come later.
 */
function translate(): void {
  const done = new WeakSet<Node>();
  const all = (root: Node) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) if (node instanceof Text) texts.push(node);
    for (const text of texts) {
      if (!text.data.trim() || text.parentElement?.closest("[translate=no], font, script, style")) continue;
      const [outer, inner] = [document.createElement("font"), document.createElement("font")];
      inner.textContent = `‹${text.data}›`;
      done.add(inner);
      outer.append(inner);
      text.replaceWith(outer);
    }
  };
  all(document.body);
  new MutationObserver((records) => {
    for (const { addedNodes } of records)
      for (const node of addedNodes) if (!done.has(node)) all(node.parentNode ?? node);
  }).observe(document.body, { childList: true, subtree: true });
}

test("under a translator rows, figures and clicks are those of the view, and several values are apart", async ({
  page,
  dashboard,
  calls,
  request,
}) => {
  await dashboard.goto(`v=1&lens=analysis&range=14d&tz=UTC&${withIds}`);
  await expect(dashboard.foot).toHaveText("100 loaded, more available");
  const channels = "Conversations by channel";
  await expect(dashboard.charts.populationText(channels)).toBeVisible();
  await dashboard.look("Conversations");
  await page.evaluate(translate);
  await expect(page.getByText("‹Columns›")).toBeVisible();
  // Somebody takes words out of the rows all the same.
  await dashboard.table.evaluate((table) => {
    for (const cell of table.querySelectorAll("td")) {
      const font = document.createElement("font");
      font.textContent = "‹…›";
      cell.replaceChildren(font);
    }
  });
  // The lenses by their place, as their names are the translator's.
  await page.getByRole("tab").last().click();
  await expect(page.getByText(/^‹All .* matching conversations›$/).first()).toBeVisible();
  await page
    .getByRole("article")
    .getByRole("button", { name: /^Voice/ })
    .first()
    .click();
  await expect(dashboard.foot).toHaveText(/100/);
  await expect(dashboard.chips).toHaveCount(1);
  const where: Leaf[] = [...windowOf(calls.rowsBody()), { op: "IN", field: "Channels", values: ["voice"] }];
  const all = (await total(request, where)).toLocaleString("en-US");
  await expect(page.getByText(`‹All ${all} matching conversations›`).first()).toBeVisible();
  await page.getByRole("tab").first().click();
  const listed = await ask(request, { by: ["Id", "DateCreated", "Channels"], where });
  const newest = listed.sort((a, b) => String(b["DateCreated"]).localeCompare(String(a["DateCreated"])));
  await expect.poll(async () => (await dashboard.rows.drawn()).length).toBeGreaterThan(10);
  for (const { place, cells } of await dashboard.rows.drawn()) expect(cells[1]).toBe(newest[place]?.["Id"]);
  await dashboard.rows.at(2).locator("td").nth(2).click();
  await expect(dashboard.conversation.panel).toContainText(String(newest[2]?.["Id"]));
  expect(dashboard.search.get("open")).toBe(newest[2]?.["Id"]);

  // From the second cell of one row to the fourth of the next, as a person drags over them.
  const copied = await dashboard.table.evaluate((table) => {
    const cells = (row: number) => table.querySelectorAll(`tr[aria-rowindex="${row}"] td:not([data-select])`);
    const range = document.createRange();
    range.setStart(cells(2)[1] ?? table, 0);
    range.setEnd(cells(3)[3] ?? table, 1);
    document.getSelection()?.removeAllRanges();
    document.getSelection()?.addRange(range);
    const data = new DataTransfer();
    table.dispatchEvent(new ClipboardEvent("copy", { bubbles: true, cancelable: true, clipboardData: data }));
    return data.getData("text/plain");
  });
  const [first = "", second = ""] = copied.split("\n").map((line) => line.split("\t"));
  expect([first[0], second[1]]).toEqual([newest[0]?.["Id"], newest[1]?.["Id"]]);
  expect(second).toHaveLength(4);
  const several = (await dashboard.rows.drawn()).map(({ cells }) => cells[2] ?? "").find((text) => text.includes(","));
  expect(several).toMatch(/^\p{L}[\p{L} ]*(, (\+\d+)?\p{L}[\p{L} ]*)+/u);
});
