import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { changeLook } from "../../../client/view/look.ts";
import { usualLook } from "../../../client/view/shared-look.ts";
import { type FakeUpstream, startFakeUpstream } from "../../support/servers/fake-upstream.ts";
import { page } from "../../support/servers/replies.ts";
import { servePageFrom } from "../insights/pages-base.ts";
import { column, renderTable, stubLayout } from "./table-page.tsx";

const columns = ["Created", "Name", "Score", "Topic"].map((field) => column("text", field));

let server: FakeUpstream;

beforeEach(async () => {
  stubLayout();
  server = await startFakeUpstream();
  servePageFrom(server.url);
  server.reply(page([{ Created: "2026-01-01T00:00:00Z", Name: "row 0", Score: "7", Topic: "none" }]));
});

afterEach(async () => {
  servePageFrom(undefined);
  await server.close();
});

/** The table of an account whose view keeps the order that a person gives the columns. */
async function show(props: Partial<Parameters<typeof renderTable>[0]> = {}) {
  const { show: draw } = renderTable({ columns, ...props, onColumns: put });
  function put(fields: readonly string[]): void {
    const next = fields.flatMap((field) => columns.find((one) => one.field === field) ?? []);
    draw({ columns: next, ...props, onColumns: put });
  }
  await screen.findByText("row 0");
}

const head = (name: string) => screen.getByRole("columnheader", { name });
const sorter = (name: string) => within(head(name)).getByRole("button");
const heads = () => screen.getAllByRole("columnheader").map(({ ariaLabel }) => ariaLabel);

/** What a browser hands on while something is dragged. */
function newTransfer() {
  const data = new Map<string, string>();
  return {
    setData: (type: string, text: string) => data.set(type, text),
    getData: (type: string) => data.get(type) ?? "",
    get types() {
      return [...data.keys()];
    },
  };
}

/** Takes a column up and holds it over another; the function that is returned lets go of it. */
function hold(name: string, over: string): () => void {
  const dataTransfer = newTransfer();
  fireEvent.dragStart(sorter(name), { dataTransfer });
  fireEvent.dragOver(head(over), { dataTransfer });
  return () => {
    fireEvent.drop(head(over), { dataTransfer });
    fireEvent.dragEnd(sorter(name), { dataTransfer });
  };
}

describe("by dragging", () => {
  test("a header goes to the place of another, past it where it comes from before, and a mark shows where", async () => {
    await show();
    const drop = hold("Created", "Score");
    expect(head("Score").dataset["drop"]).toBe("after");
    drop();
    expect(heads()).toEqual(["Name", "Score", "Created", "Topic"]);
    expect(screen.getByText("Created is column 3 of 4.")).toBeDefined();
    const again = hold("Topic", "Name");
    expect(head("Name").dataset["drop"]).toBe("before");
    again();
    expect(heads()).toEqual(["Topic", "Name", "Score", "Created"]);
    expect(screen.getAllByRole("columnheader").filter((one) => one.dataset["drop"])).toEqual([]);
  });

  test("the mark goes with what is held, but stays from one part of the header to the next", async () => {
    await show();
    hold("Created", "Score");
    // jsdom has no drag events, and its plain ones know no other target.
    const leave = (relatedTarget: Element) =>
      fireEvent(head("Score"), new MouseEvent("dragleave", { bubbles: true, relatedTarget }));
    leave(sorter("Score"));
    expect(head("Score").dataset["drop"]).toBe("after");
    leave(head("Topic"));
    expect(head("Score").dataset["drop"]).toBeUndefined();
  });

  test("a header is no place for itself, for a file, or for the edge of a column", async () => {
    await show();
    hold("Name", "Name")();
    const file = { types: ["Files"] };
    expect(fireEvent.dragOver(head("Topic"), { dataTransfer: file })).toBe(true);
    const edge = screen.getByRole("separator", { name: "Name column width" });
    expect(edge.closest("[draggable='true']")).toBeNull();
    expect(heads()).toEqual(["Created", "Name", "Score", "Topic"]);
  });

  test("pinned columns stay among the pinned", async () => {
    act(() => changeLook({ ...usualLook, pinned: ["Score", "Topic"] }));
    await show();
    expect(heads()).toEqual(["Score", "Topic", "Created", "Name"]);
    const out = hold("Score", "Name");
    expect(head("Name").dataset["drop"]).toBeUndefined();
    out();
    hold("Created", "Score")();
    expect(heads()).toEqual(["Score", "Topic", "Created", "Name"]);
    hold("Topic", "Score")();
    expect(heads()).toEqual(["Topic", "Score", "Created", "Name"]);
    expect(screen.getByText("Topic is column 1 of 4.")).toBeDefined();
  });
});

describe("by keys", () => {
  const right = "{Control>}{Shift>}{ArrowRight}{/Shift}{/Control}";
  const left = "{Control>}{Shift>}{ArrowLeft}{/Shift}{/Control}";

  test("Ctrl and Shift with an arrow move the column, which keeps the focus and says where it is", async () => {
    await show();
    sorter("Created").focus();
    await userEvent.keyboard(right);
    expect(heads()).toEqual(["Name", "Created", "Score", "Topic"]);
    expect(screen.getByText("Created is column 2 of 4.")).toBeDefined();
    await waitFor(() => expect(document.activeElement).toBe(sorter("Created")));
    await userEvent.keyboard(`${right}${right}${right}`);
    expect(heads()).toEqual(["Name", "Score", "Topic", "Created"]);
    await userEvent.keyboard(left);
    expect(heads()).toEqual(["Name", "Score", "Created", "Topic"]);
    await userEvent.keyboard("{Enter}");
    await waitFor(() => expect(head("Created").ariaSort).toBe("ascending"));
  });

  test("pinned columns stay among the pinned, and those of a fixed order where they are", async () => {
    act(() => changeLook({ ...usualLook, pinned: ["Score", "Topic"] }));
    await show();
    sorter("Topic").focus();
    await userEvent.keyboard(right);
    expect(heads()).toEqual(["Score", "Topic", "Created", "Name"]);
    await userEvent.keyboard(left);
    expect(heads()).toEqual(["Topic", "Score", "Created", "Name"]);
  });
});

test("where the order is not a person's, nothing is moved", async () => {
  renderTable({ columns });
  await screen.findByText("row 0");
  expect(sorter("Name").closest("[draggable='true']")).toBeNull();
  sorter("Name").focus();
  await userEvent.keyboard("{Control>}{Shift>}{ArrowRight}{/Shift}{/Control}");
  expect(heads()).toEqual(["Created", "Name", "Score", "Topic"]);
});

test("the order goes into the view of that moment, not into one from before another filter", async () => {
  const [before, now] = [vi.fn(), vi.fn()];
  const { show: draw } = renderTable({ columns, onColumns: before });
  await screen.findByText("row 0");
  draw({ columns, onColumns: now });
  hold("Created", "Name")();
  expect(before).not.toHaveBeenCalled();
  expect(now).toHaveBeenCalledWith(["Name", "Created", "Score", "Topic"]);
});
