import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type FakeUpstream, type Reply, startFakeUpstream } from "../../support/servers/fake-upstream.ts";
import { json } from "../../support/servers/replies.ts";
import { servePageFrom } from "../insights/pages-base.ts";
import { column, drawnRows, renderTable, scrollToRow, statusText, stubLayout } from "./table-page.tsx";

const columns = [column("text", "Name")];

let server: FakeUpstream;
/** Tokens of another generation are dead. */
let generation: number;
let moved: number;
let size: number;

const dead = json({ code: 1, message: "pageToken has expired", httpStatusCode: 400, source: "twilio" }, 400);

/** A list of so many rows behind tokens that lead on and back, as Twilio pages it. */
function list(count: number): Reply {
  return (response, received) => {
    const token = new URL(received.path, "http://x").searchParams.get("pageToken");
    const [born, at] = (token ?? `${generation}:0`).split(":").map(Number);
    if (born !== generation) return dead(response, received);
    const start = at ?? 0;
    const end = Math.min(count, start + size);
    const items = Array.from({ length: end - start }, (_, i) => ({ Name: `row ${start + i - moved}` }));
    const meta = {
      key: "items",
      nextToken: end < count ? `${generation}:${end}` : null,
      previousToken: start > 0 ? `${generation}:${start - size}` : null,
    };
    return json({ items, meta })(response, received);
  };
}

const names = () => drawnRows().map(({ Name }) => Name);
const calls = () => server.received.length;

async function readTo(rows: number): Promise<void> {
  for (let loaded = size; loaded < rows; loaded += size) {
    scrollToRow(loaded - 15);
    await waitFor(() => expect(statusText()).toMatch(new RegExp(`^${(loaded + size).toLocaleString("en")} `)));
  }
}

beforeEach(async () => {
  stubLayout();
  generation = 1;
  moved = 0;
  size = 100;
  server = await startFakeUpstream();
  servePageFrom(server.url);
});

afterEach(async () => {
  servePageFrom(undefined);
  await server.close();
});

test("rows that were let go of keep their place and come back, near ones page by page, far ones at once", async () => {
  size = 1000;
  server.reply(list(20_000));
  renderTable({ columns });
  await screen.findByText("row 0");
  await readTo(8000);
  expect(calls()).toBe(8);
  // Four pages are held: those from row 4,000 on.
  scrollToRow(3960);
  await waitFor(() => expect(names()).toContain("row 3960"));
  expect(calls()).toBe(9);
  expect(server.received[8]?.path).toContain(encodeURIComponent("1:3000"));
  expect(screen.getByText("row 3960").closest("tr")).toHaveProperty("ariaRowIndex", "3962");
  expect(statusText()).toBe("8,000 loaded, more available");

  scrollToRow(0);
  await waitFor(() => expect(names()).toContain("row 0"));
  expect(calls()).toBe(10);
  scrollToRow(7750);
  await waitFor(() => expect(names()).toContain("row 7750"));
  expect(screen.getByText("row 7750").closest("tr")).toHaveProperty("ariaRowIndex", "7752");
});

test("a place that is scrolled past is blank until its rows are there, and says so", async () => {
  size = 1000;
  server.reply(list(20_000));
  renderTable({ columns });
  await screen.findByText("row 0");
  await readTo(6000);
  scrollToRow(10);
  const rows = [...screen.getByRole("grid").querySelectorAll("tbody tr")];
  expect(rows.every((row) => row.getAttribute("aria-busy") === "true")).toBe(true);
  await waitFor(() => expect(names()).toContain("row 10"));
});

test("when a token has died the list is read again and its place found, and the person is told", async () => {
  server.reply(list(1000));
  renderTable({ columns });
  await screen.findByText("row 0");
  await readTo(500);
  generation = 2;
  moved = 3;
  scrollToRow(480);
  await screen.findByText("The list was reloaded because its results had expired.");
  // Three rows came in before the one that was the first in sight.
  await waitFor(() => expect(screen.getByText("row 480").closest("tr")).toHaveProperty("ariaRowIndex", "485"));
  expect(screen.queryByRole("alert")).toBeNull();
  await waitFor(() => expect(statusText()).toBe("600 loaded, more available"));
  scrollToRow(585);
  await waitFor(() => expect(names()).toContain("row 585"));
});

test("a list that cannot go on after it was read again says why, and is not read for ever", async () => {
  const good = list(1000);
  server.reply((response, received) =>
    received.method === "GET" ? dead(response, received) : good(response, received),
  );
  renderTable({ columns });
  await screen.findByText("row 0");
  scrollToRow(80);
  const alert = await screen.findByRole("alert");
  expect(alert.textContent).toContain("Twilio rejected the query");
  expect(calls()).toBe(4);
  server.reply(good);
  await userEvent.click(screen.getByRole("button", { name: "Retry" }));
  await waitFor(() => expect(statusText()).toBe("200 loaded, more available"));
});
