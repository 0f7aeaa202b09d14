import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { formatClock, formatTime } from "../../../client/format/time.ts";
import { type FakeUpstream, startFakeUpstream } from "../../support/servers/fake-upstream.ts";
import { cutOff, hang, json, page } from "../../support/servers/replies.ts";
import { servePageFrom } from "../insights/pages-base.ts";
import {
  column,
  drawnRows,
  renderTable,
  scrollToRow,
  statusText,
  stubLayout,
  stubNarrowScreen,
} from "./table-page.tsx";

const columns = [column("text", "Name")];
const zone = "America/New_York";
const refused = json({ code: 1, message: "Bad field", httpStatusCode: 400, source: "twilio" }, 400);

function rows(from: number, to: number): { Name: string }[] {
  return Array.from({ length: to - from }, (_, i) => ({ Name: `row ${from + i}` }));
}

const names = () => drawnRows().map(({ Name }) => Name);
const grid = () => screen.getByRole("grid");
const tryAgain = () => userEvent.click(screen.getByRole("button", { name: "Retry" }));

let server: FakeUpstream;

beforeEach(async () => {
  stubLayout();
  server = await startFakeUpstream();
  servePageFrom(server.url);
});

afterEach(async () => {
  vi.useRealTimers();
  servePageFrom(undefined);
  await server.close();
});

test("a Refresh that fails leaves the rows where they are, says of when they are, and can be tried again", async () => {
  server.reply(page(rows(0, 100)), cutOff, refused, page(rows(500, 600)));
  const before = Date.now();
  const { show } = renderTable({ columns });
  await screen.findByText("row 0");
  const after = Date.now();
  scrollToRow(50);
  show({ columns, pinId: 2 });
  const alert = await screen.findByRole("alert");
  expect(alert.textContent).toMatch(/^Earshot’s server isn’t responding\. /);
  expect([before, after].map((ms) => `Not updated. Showing the rows from ${formatClock(ms, zone)}.`)).toContain(
    statusText(),
  );
  expect(names()).toContain("row 55");
  expect(names()).not.toContain("row 0");
  expect(grid().querySelector("tbody")?.dataset.updating).toBe("true");
  expect(grid().getAttribute("aria-busy")).toBe("false");
  expect(grid().getAttribute("aria-rowcount")).toBe("-1");
  await tryAgain();
  await waitFor(() => expect(screen.getByRole("alert").textContent).toContain("Twilio rejected the query"));
  expect(names()).toContain("row 55");
  await tryAgain();
  await waitFor(() => expect(names()[0]).toBe("row 500"));
  expect(statusText()).toBe("100 conversations, all loaded");
  expect(screen.queryByRole("alert")).toBeNull();
  expect(grid().querySelector("tbody")?.dataset.updating).toBeUndefined();
  expect(server.received.map(({ path }) => path)).toEqual(Array.from({ length: 4 }, () => "/api/query?pageSize=100"));
});

test("a failed change of the view keeps the rows too, dimmed, and while it is tried again", async () => {
  server.reply(page(rows(0, 3)), refused, hang);
  const { show } = renderTable({ columns });
  await screen.findByText("row 0");
  show({ columns: [...columns, column("text", "Agent")], pinId: 1 });
  await screen.findByRole("alert");
  expect(drawnRows()[0]).toEqual({ Name: "row 0", Agent: "" });
  await tryAgain();
  await waitFor(() => expect(statusText()).toBe("Updating…"));
  expect(screen.queryByRole("alert")).toBeNull();
  expect(names()).toEqual(["row 0", "row 1", "row 2"]);
  await server.arrived(3);
});

test("a view that loads again after two that failed is drawn as itself", async () => {
  server.reply(page(rows(0, 3)), refused, refused);
  const { show } = renderTable({ columns });
  await screen.findByText("row 0");
  for (const pinId of [2, 3]) {
    show({ columns, pinId });
    await screen.findByRole("alert");
  }
  expect(names()).toEqual(["row 0", "row 1", "row 2"]);
  show({ columns, pinId: 1 });
  await waitFor(() => expect(statusText()).toBe("3 conversations, all loaded"));
  expect(grid().querySelector("tbody")?.dataset.updating).toBeUndefined();
});

test("rows of another day are told with their date", async () => {
  const yesterday = Date.now() - 86_400_000;
  vi.useFakeTimers({ toFake: ["Date"], now: yesterday });
  server.reply(page(rows(0, 3)), refused);
  const { show } = renderTable({ columns });
  await screen.findByText("row 0");
  vi.setSystemTime(yesterday + 86_400_000);
  show({ columns, pinId: 2 });
  await screen.findByRole("alert");
  expect(statusText()).toBe(`Not updated. Showing the rows from ${formatTime(yesterday, zone)}.`);
});

test("cards stay as rows do", async () => {
  stubNarrowScreen();
  server.reply(page(rows(0, 3)), refused);
  const { show } = renderTable({ columns });
  await screen.findByText("row 0");
  show({ columns, pinId: 2 });
  await screen.findByRole("alert");
  const list = screen.getByRole("list", { name: "Conversations" });
  expect(within(list).getAllByRole("listitem")).toHaveLength(3);
  expect(list.dataset.updating).toBe("true");
});

test("where there were no rows the failure stands in their place", async () => {
  server.reply(page([]), refused, page(rows(0, 2)));
  const { show } = renderTable({ columns });
  await screen.findByText("No conversations in this time range");
  show({ columns, pinId: 2 });
  await screen.findByText("Twilio rejected the query");
  expect(screen.queryByRole("grid")).toBeNull();
  expect(statusText()).toBe("Not loaded");
  await tryAgain();
  await waitFor(() => expect(names()).toEqual(["row 0", "row 1"]));
});
