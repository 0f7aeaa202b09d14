import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test } from "vitest";
import { changeLook, currentLook, sharedAddressOf } from "../../../client/view/look.ts";
import { usualLook } from "../../../client/view/shared-look.ts";
import { defaultView } from "../../../client/view/view.ts";
import { type FakeUpstream, startFakeUpstream } from "../../support/servers/fake-upstream.ts";
import { page } from "../../support/servers/replies.ts";
import { servePageFrom } from "../insights/pages-base.ts";
import { column, drawnRows, renderTable, scrollToRow, stubLayout, stubNarrowScreen } from "./table-page.tsx";

const columns = [column("time", "Created"), column("text", "Name"), column("number", "Score")];
const rows = Array.from({ length: 200 }, (_, i) => ({ Created: "2026-01-01T00:00:00Z", Name: `row ${i}`, Score: i }));

let server: FakeUpstream;

beforeEach(async () => {
  stubLayout();
  server = await startFakeUpstream();
  servePageFrom(server.url);
  server.reply(page(rows));
});

afterEach(async () => {
  servePageFrom(undefined);
  await server.close();
});

const grid = () => screen.getByRole("grid");
const tracks = () => grid().style.getPropertyValue("--columns");

async function show() {
  renderTable({ columns });
  await screen.findByText("row 0");
}

test("a column's edge is moved by keys and by dragging, and kept for this person", async () => {
  await show();
  const edge = screen.getByRole("separator", { name: "Name column width" });
  act(() => changeLook({ ...currentLook(), widths: { Name: 200 } }));
  edge.focus();
  await userEvent.keyboard("{ArrowRight}{Shift>}{ArrowRight}{/Shift}{ArrowLeft}");
  expect(edge.getAttribute("aria-valuenow")).toBe("264");
  expect(tracks()).toBe("minmax(9.5rem, 0fr) 16.5rem minmax(8.5rem, 0.4fr)");
  await userEvent.keyboard("{Delete}");
  expect(tracks()).toBe("minmax(9.5rem, 0fr) minmax(10rem, 2fr) minmax(8.5rem, 0.4fr)");
  expect(JSON.parse(localStorage.getItem("earshot-table") ?? "")).toEqual(usualLook);
});

test("pinned columns come first and stay", async () => {
  act(() => changeLook({ ...usualLook, pinned: ["Score", "Name"], widths: { Name: 300 } }));
  await show();
  expect(screen.getAllByRole("columnheader").map(({ ariaLabel }) => ariaLabel)).toEqual(["Name", "Score", "Created"]);
  expect(tracks()).toBe("18.75rem 8.5rem minmax(9.5rem, 1fr)");
  const [name, score, created] = [...(grid().querySelector("tbody tr")?.children ?? [])];
  expect(name).toHaveProperty("dataset.pinned", "true");
  expect(score instanceof HTMLElement && score.style.getPropertyValue("--pin")).toBe("18.75rem");
  expect(created?.hasAttribute("data-pinned")).toBe(false);
});

test("another height of the rows keeps the first row in sight", async () => {
  await show();
  scrollToRow(60);
  expect(drawnRows().map(({ Name }) => Name)).toContain("row 60");
  act(() => changeLook({ ...usualLook, density: "compact" }));
  const box = grid().parentElement;
  await waitFor(() => expect(box?.scrollTop).toBe(60 * 28));
  expect(grid().style.getPropertyValue("--row-height")).toBe("28px");
  expect(drawnRows().map(({ Name }) => Name)).toContain("row 70");
});

test("bad content in the browser's storage is ignored", async () => {
  for (const text of ["{", "[]", '{"widths":{"Name":-5},"pinned":[],"density":"normal"}']) {
    localStorage.setItem("earshot-table", text);
    expect(currentLook()).toEqual(usualLook);
  }
  await show();
});

test("a copied link carries the look", () => {
  act(() => changeLook({ ...usualLook, pinned: ["Name"], widths: { Name: 300 }, density: "roomy" }));
  expect(new URL(sharedAddressOf(defaultView("UTC"))).search).toMatch(/&pin=Name&width=Name:300&density=roomy$/);
});

test("cards are sorted by a control of their own", async () => {
  stubNarrowScreen();
  await show();
  const orders = () => server.received.map(({ body }) => JSON.parse(body).query.orderBy?.[0]);
  await userEvent.selectOptions(screen.getByRole("combobox", { name: "Sort by" }), "Score");
  await userEvent.click(screen.getByRole("button", { name: "Descending: switch to ascending" }));
  await waitFor(() => expect(server.received).toHaveLength(3));
  await userEvent.selectOptions(screen.getByRole("combobox", { name: "Sort by" }), "Created");
  // That is the usual order, which was asked for before.
  expect(orders()).toEqual([undefined, { field: "Score", direction: "DESC" }, { field: "Score", direction: "ASC" }]);
});

test("a column that cannot be sorted says so", async () => {
  renderTable({ columns: [...columns, { ...column("text", "Tags"), sortable: false }] });
  await screen.findByText("row 0");
  const header = screen.getByRole("columnheader", { name: "Tags" });
  expect(header.textContent).toBe("Tags, Twilio can’t sort by this column");
  fireEvent.click(header);
  expect(server.received).toHaveLength(1);
});
