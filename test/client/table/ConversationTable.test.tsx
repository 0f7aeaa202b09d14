import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type FakeUpstream, type Reply, startFakeUpstream } from "../../support/servers/fake-upstream.ts";
import { cutOff, hang, json, page } from "../../support/servers/replies.ts";
import { servePageFrom } from "../insights/pages-base.ts";
import {
  column,
  drawnRows,
  renderTable,
  scrollToRow,
  spoken,
  statusText,
  stubLayout,
  stubNarrowScreen,
} from "./table-page.tsx";

const columns = [column("time", "Created"), column("text", "Name")];

/** Rows number `from` up to but not including `to`. */
function rows(from: number, to: number): Record<string, unknown>[] {
  return Array.from({ length: to - from }, (_, i) => ({
    Created: new Date(Date.UTC(2026, 0, 1) + (from + i) * 60_000).toISOString(),
    Name: `row ${from + i}`,
  }));
}

function problem(status: number, more: Record<string, unknown> = {}) {
  return json({ code: 1, message: "No.", httpStatusCode: status, source: "twilio", ...more }, status);
}

const names = () => drawnRows().map(({ Name }) => Name);

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

describe("the table", () => {
  test("draws the rows in the server's order, and only those in sight", async () => {
    server.reply(page(rows(0, 100), null));
    renderTable({ columns });
    await screen.findByText("row 0");
    expect(drawnRows()[0]).toEqual({ Created: "Dec 31, 2025, 19:00", Name: "row 0" });
    expect(drawnRows().length).toBeLessThan(40);
    scrollToRow(60);
    expect(names()).toContain("row 65");
    expect(names()).not.toContain("row 0");
    expect(screen.getByText("row 65").closest("tr")).toHaveProperty("ariaRowIndex", "67");
  });

  test("says by which column it is sorted where that is not shown, and leads back to the usual order", async () => {
    server.reply(page(rows(0, 3), null));
    const onSort = vi.fn();
    renderTable({ columns, hiddenSort: "Duration", onSort });
    await screen.findByText("row 0");
    expect(screen.getByText("Sorted by Duration, a hidden column.")).toBeDefined();
    await userEvent.click(screen.getByRole("button", { name: "Use default sort" }));
    expect(onSort).toHaveBeenCalledExactlyOnceWith(undefined);
  });

  test("takes no element out of the document while it is scrolled, and has them in order when it stands still", async () => {
    server.reply(page(rows(0, 100), null));
    renderTable({ columns });
    await screen.findByText("row 0");
    // Those around the sight come after a paint.
    await screen.findByText("row 20");
    // However long the machine takes, the list stands still only when the test says so.
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const standStill = () => act(() => vi.advanceTimersByTime(1000));
    scrollToRow(40);
    standStill();
    const inOrder = () => names().toSorted((a, b) => Number(a?.slice(4)) - Number(b?.slice(4)));
    expect(names()).toEqual(inOrder());
    const before = new Set<Node>(document.querySelectorAll("tbody tr"));
    const body = document.querySelector("tbody");
    const seen = new MutationObserver(() => undefined);
    if (body) seen.observe(body, { childList: true });
    for (const place of [42, 45, 38, 36]) scrollToRow(place);
    const touched = seen.takeRecords().flatMap(({ removedNodes }) => [...removedNodes]);
    expect(touched.filter((one) => before.has(one) && one.isConnected)).toEqual([]);
    expect(names()).toContain("row 37");
    expect(names()).not.toEqual(inOrder());
    standStill();
    expect(names()).toEqual(inOrder());
  });

  test("says how many Twilio counts while the list goes on, and where it ends at another number", async () => {
    server.reply(page(rows(0, 100), "t1"), page(rows(100, 103), null));
    renderTable({ columns, counted: 104 });
    await screen.findByText("row 0");
    expect(screen.getByText("104 matching")).toBeTruthy();
    scrollToRow(90);
    const short = "103 of 104. Twilio returns no more. Choose a shorter time range to see the rest.";
    await waitFor(() => expect(statusText()).toBe(short));
    expect(screen.queryByText("104 matching")).toBeNull();
  });

  test("tells of what was done to its pages, beside cells and headers that it is about", async () => {
    const items = rows(0, 3).map(({ Created }) => ({ Created }));
    const notes = [{ text: "Rows come without an order." }];
    server.reply(json({ items, meta: {}, earshot: { notes, notReturned: ["Name"], unsorted: ["Created"], lost: 1 } }));
    renderTable({ columns });
    const note = await screen.findByRole("note");
    expect(note.textContent).toBe("1 row couldn’t be read. Twilio didn’t return Name. Rows come without an order.");
    expect(drawnRows().map((row) => Object.values(row)[1])).toEqual(Array(3).fill("not returned"));
    const header = screen.getByRole("columnheader", { name: "Created" });
    expect(header.getAttribute("aria-sort")).toBeNull();
    expect(
      within(header)
        .getByRole("button", { name: /Created/ })
        .getAttribute("aria-disabled"),
    ).toBe("true");
  });

  test("says nothing of a count that the list itself arrives at, nor beside a failure", async () => {
    server.reply(page(rows(0, 100), null), problem(500));
    const { show } = renderTable({ columns, counted: 100 });
    await waitFor(() => expect(statusText()).toBe("100 conversations, all loaded"));
    expect(screen.queryByText(/counts|match/)).toBeNull();
    show({ columns, counted: 7, pinId: 2 });
    await screen.findByText(/Showing the rows from/);
    expect(screen.queryByText(/counts|match/)).toBeNull();
  });

  test("loads a page as its end comes near, one call each, and says how far it is", async () => {
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const second: Reply = async (response, received) => {
      await released;
      await page(rows(100, 103), "t2")(response, received);
    };
    server.reply(page(rows(0, 100), "t1"), second, page([], "t3"), page(rows(103, 150), ""));
    renderTable({ columns });
    await screen.findByText("row 0");
    expect(statusText()).toBe("100 loaded, more available");
    expect(screen.getByRole("grid").getAttribute("aria-rowcount")).toBe("-1");
    scrollToRow(50);
    expect(server.received).toHaveLength(1);
    for (const place of [61, 62, 63, 70]) scrollToRow(place);
    await waitFor(() => expect(statusText()).toBe("100 loaded. Loading more…"));
    release();
    await waitFor(() => expect(statusText()).toBe("150 conversations, all loaded"));
    expect(server.received.map(({ path }) => path)).toEqual([
      "/api/query?pageSize=100",
      "/api/query?pageToken=t1",
      "/api/query?pageToken=t2",
      "/api/query?pageToken=t3",
    ]);
    scrollToRow(95);
    expect(names()).toEqual(expect.arrayContaining(["row 99", "row 100", "row 103"]));
    expect(screen.getByRole("grid").getAttribute("aria-rowcount")).toBe("151");
  });

  test("keeps its rows when the next page fails, asks no more by itself, and goes on by Retry", async () => {
    server.reply(page(rows(0, 20), "t1"), cutOff, problem(503, { message: "Busy" }), page(rows(20, 25)));
    renderTable({ columns });
    const alert = await screen.findByRole("alert");
    expect(alert.textContent).toMatch(/^Couldn’t load more. Earshot’s server isn’t responding./);
    expect(names()).toContain("row 0");
    scrollToRow(10);
    expect(server.received).toHaveLength(2);
    const retry = () => userEvent.click(screen.getByRole("button", { name: "Retry" }));
    await retry();
    await waitFor(() => expect(screen.getByRole("alert").textContent).toContain("It said: “Busy”"));
    await retry();
    await waitFor(() => expect(statusText()).toBe("25 conversations, all loaded"));
    expect(screen.queryByRole("alert")).toBeNull();
    expect(server.received.slice(1).map(({ path }) => path)).toEqual(
      Array.from({ length: 3 }, () => "/api/query?pageToken=t1"),
    );
  });

  test("waits for the rate limit, says how long, and goes on by itself", async () => {
    // Goes on with the real one, and can be put ahead.
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"], shouldAdvanceTime: true });
    server.reply(page(rows(0, 20), "t1"), problem(429, { retryAfter: 1 }), page(rows(20, 21)));
    renderTable({ columns });
    await waitFor(() => expect(statusText()).toContain("Twilio’s rate limit was reached. Continuing in 1 s"));
    expect(spoken(screen.getByRole("status"))).toBe(
      "Twilio’s rate limit was reached. Loading continues automatically.",
    );
    expect(names()).toContain("row 0");
    expect(server.received).toHaveLength(2);
    await act(() => vi.advanceTimersByTimeAsync(1000));
    await waitFor(() => expect(statusText()).toBe("21 conversations, all loaded"));
    expect(server.received).toHaveLength(3);
  });

  test("sorts by a click: descending, ascending, then the usual order again", async () => {
    server.reply(page(rows(0, 3)));
    renderTable({ columns });
    await screen.findByText("row 0");
    const sorts = () => screen.getAllByRole("columnheader").map((header) => header.getAttribute("aria-sort"));
    const orders = () => server.received.map(({ body }) => JSON.parse(body).query.orderBy?.[0]);
    const click = (name: string) => userEvent.click(screen.getByRole("button", { name }));
    expect(sorts()).toEqual(["descending", "none"]);
    await click("Name");
    expect(sorts()).toEqual(["none", "descending"]);
    await click("Name");
    expect(sorts()).toEqual(["none", "ascending"]);
    await click("Name");
    expect(sorts()).toEqual(["descending", "none"]);
    await click("Created");
    expect(sorts()).toEqual(["ascending", "none"]);
    await waitFor(() => expect(server.received).toHaveLength(4));
    expect(orders()).toEqual([
      undefined,
      { field: "Name", direction: "DESC" },
      { field: "Name", direction: "ASC" },
      { field: "Created", direction: "ASC" },
    ]);
  });

  test("keeps the former rows where they are while a changed view loads, and starts that at its top", async () => {
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const late: Reply = async (response, received) => {
      await released;
      await page(rows(500, 600), "t9")(response, received);
    };
    server.reply(page(rows(0, 100), "t1"), page(rows(100, 200)), late);
    const { show } = renderTable({ columns });
    await screen.findByText("row 0");
    scrollToRow(90);
    await waitFor(() => expect(statusText()).toBe("200 conversations, all loaded"));
    show({ columns: [...columns, column("text", "Agent")], pinId: 2 });
    expect(statusText()).toBe("Updating…");
    expect(screen.getByRole("grid").getAttribute("aria-busy")).toBe("true");
    expect(drawnRows().find(({ Name }) => Name === "row 95")).toHaveProperty("Agent", "");
    await server.arrived(3);
    expect(server.received[2]?.path).toBe("/api/query?pageSize=100");
    release();
    await waitFor(() => expect(drawnRows()[0]).toHaveProperty("Name", "row 500"));
    expect(screen.getByRole("grid").parentElement?.scrollTop).toBe(0);
    // Where one stood in the former list asks for nothing in the new one.
    expect(statusText()).toBe("100 loaded, more available");
    expect(server.received).toHaveLength(3);
  });

  test("is moved through by the keyboard, also beyond what is drawn", async () => {
    server.reply(page(rows(0, 100)));
    renderTable({ columns });
    await screen.findByText("row 0");
    const grid = screen.getByRole("grid");
    grid.focus();
    const active = () => spoken(document.getElementById(grid.getAttribute("aria-activedescendant") ?? ""));
    await userEvent.keyboard("{ArrowDown}");
    expect(active()).toBe("Dec 31, 2025, 19:00");
    await userEvent.keyboard("{ArrowDown}{ArrowRight}{ArrowRight}");
    expect(active()).toBe("row 1");
    await userEvent.keyboard("{PageDown}");
    expect(active()).toBe("row 11");
    await userEvent.keyboard("{Control>}{End}{/Control}");
    await waitFor(() => expect(active()).toBe("row 99"));
    await userEvent.keyboard("{Control>}{Home}{/Control}");
    await waitFor(() => expect(active()).toBe("Dec 31, 2025, 19:00"));
  });

  test("draws cards on a narrow screen, over the same pages", async () => {
    stubNarrowScreen();
    server.reply(page(rows(0, 100), "t1"), page(rows(100, 120)));
    renderTable({ columns });
    await screen.findByText("row 0");
    expect(screen.queryByRole("grid")).toBeNull();
    const [first] = within(screen.getByRole("list", { name: "Conversations" })).getAllByRole("listitem");
    expect(first?.textContent).toBe("Created: Dec 31, 2025, 19:00Name: row 0");
    expect(first?.getAttribute("aria-setsize")).toBe("-1");
    scrollToRow(80, 80);
    await waitFor(() => expect(statusText()).toBe("120 conversations, all loaded"));
    expect((await screen.findByText("row 85")).closest("li")?.getAttribute("aria-setsize")).toBe("120");
  });
});

describe("without rows the table says why:", () => {
  test("the first page is on its way", async () => {
    server.reply(hang);
    renderTable({ columns });
    expect(statusText()).toBe("Loading…");
    expect(document.querySelector("[data-first-load]")?.textContent).toBe("Loading…");
    const grid = screen.getByRole("grid");
    expect(grid.getAttribute("aria-busy")).toBe("true");
    expect(within(grid).getAllByRole("columnheader").length).toBeGreaterThan(0);
    expect(within(grid).queryAllByRole("gridcell")).toEqual([]);
    await server.arrived(1);
  });

  test("nothing matches the filters, which can be cleared", async () => {
    server.reply(page([]));
    const onClearFilters = vi.fn();
    renderTable({ columns, filtered: true, onClearFilters });
    await screen.findByText("No conversations match these filters");
    await userEvent.click(screen.getByRole("button", { name: "Clear filters" }));
    expect(onClearFilters).toHaveBeenCalledOnce();
    expect(statusText()).toBe("No conversations");
  });

  test("nothing is in the time range, which can be longer", async () => {
    server.reply(page([]));
    const onWiden = vi.fn();
    const { show } = renderTable({ columns, onWiden });
    await screen.findByText("No conversations in this time range");
    await userEvent.click(screen.getByRole("button", { name: "Show a longer range" }));
    expect(onWiden).toHaveBeenCalledOnce();
    show({ columns });
    expect(screen.queryByRole("button", { name: "Show a longer range" })).toBeNull();
  });

  test("the first page failed, which can be tried again", async () => {
    server.reply(problem(401), page(rows(0, 2)));
    renderTable({ columns });
    const alert = await screen.findByRole("alert");
    expect(alert.textContent).toContain("Twilio rejected the credentials");
    expect(statusText()).toBe("Not loaded");
    await userEvent.click(screen.getByRole("button", { name: "Retry" }));
    await waitFor(() => expect(names()).toEqual(["row 0", "row 1"]));
  });
});
