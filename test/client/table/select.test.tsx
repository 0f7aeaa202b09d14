import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { nothingSelected, type Selection } from "../../../client/table/select/selection.ts";
import { makeStore } from "../../../client/ui/store.ts";
import { type FakeUpstream, startFakeUpstream } from "../../support/servers/fake-upstream.ts";
import { page } from "../../support/servers/replies.ts";
import { servePageFrom } from "../insights/pages-base.ts";
import { column, renderTable, stubLayout, stubNarrowScreen } from "./table-page.tsx";

const columns = [column("id", "Key"), column("text", "Name")];
const rows = Array.from({ length: 40 }, (_, i) => ({ Key: i === 7 ? null : `C${i}`, Name: `row ${i}` }));

let server: FakeUpstream;
let selection: Selection;
const onOpen = vi.fn<(id: string | undefined) => void>();

beforeEach(async () => {
  stubLayout();
  onOpen.mockClear();
  selection = makeStore(nothingSelected);
  server = await startFakeUpstream();
  servePageFrom(server.url);
  server.reply(page(rows));
});

afterEach(async () => {
  servePageFrom(undefined);
  await server.close();
});

async function show(openId?: string) {
  const user = userEvent.setup({ delay: null });
  const opening = { idField: "Key", openId, onOpen, linkTo: (id: string) => id };
  const selecting = { selection, idField: "Key", bar: () => null };
  const props = (id?: string) => ({ columns, opening: { ...opening, openId: id }, selecting });
  const shown = renderTable(props(openId));
  await screen.findByText("row 0");
  return { user, show: (id?: string) => shown.show(props(id)) };
}

const chosen = () => [...selection.get().ids];
const line = (name: string) => {
  const row = screen.getByText(name).closest("tr");
  if (!row) throw new Error(`${name} is in no row.`);
  return row;
};
const box = (name: string) => within(line(name)).getByRole("checkbox");

describe("in the grid", () => {
  test("a checkbox selects its row without opening it, and is named after the row", async () => {
    const { user } = await show();
    expect(screen.getByRole("grid")).toHaveProperty("ariaMultiSelectable", "true");
    expect(screen.getByRole("checkbox", { name: "Select C3" })).toBe(box("row 3"));
    await user.click(box("row 3"));
    expect(chosen()).toEqual(["C3"]);
    expect(screen.getByRole("row", { selected: true })).toBe(line("row 3"));
    expect(line("row 2")).toHaveProperty("ariaSelected", "false");
    expect(box("row 3")).toHaveProperty("checked", true);
    // The keys go on from there.
    expect(document.activeElement).toBe(screen.getByRole("grid"));
    await user.click(box("row 3"));
    expect(chosen()).toEqual([]);
    expect(onOpen).not.toHaveBeenCalled();
  });

  test("a row without an id has no checkbox", async () => {
    await show();
    expect(within(line("row 7")).queryByRole("checkbox")).toBeNull();
    expect(line("row 7").ariaSelected).toBeNull();
  });

  test("Shift with a click takes the rows from the last one, Ctrl one more; neither opens", async () => {
    const { user } = await show();
    await user.click(box("row 2"));
    await user.keyboard("{Shift>}");
    await user.click(screen.getByText("row 5"));
    await user.keyboard("{/Shift}{Control>}");
    await user.click(screen.getByText("row 9"));
    await user.keyboard("{/Control}");
    expect(chosen()).toEqual(["C2", "C3", "C4", "C5", "C9"]);
    expect(onOpen).not.toHaveBeenCalled();
  });

  test("x, Space on the box, Shift with arrows and Ctrl+A select; Escape closes first, then clears", async () => {
    const { user, show: again } = await show();
    await user.keyboard("jx");
    expect(chosen()).toEqual(["C0"]);
    await user.keyboard("jj{Home} ");
    expect(chosen()).toEqual(["C0", "C2"]);
    await user.keyboard("{ArrowRight}jj{Shift>}{ArrowDown}{ArrowDown}{ArrowUp}{/Shift}");
    expect(chosen()).toEqual(["C0", "C2", "C4", "C5"]);
    await user.keyboard("{Control>}a{/Control}");
    expect(chosen()).toHaveLength(39);
    expect(selection.get().note).toEqual({ kind: "all", rows: 40, loaded: 40 });
    again("C2");
    await user.keyboard("{Escape}");
    expect(onOpen).toHaveBeenLastCalledWith(undefined);
    expect(chosen()).toHaveLength(39);
    again();
    await user.keyboard("{Escape}");
    expect(chosen()).toEqual([]);
  });

  test("the header's checkbox selects the loaded rows, is mixed for some of them, and clears", async () => {
    const { user } = await show();
    const all = () => screen.getByRole<HTMLInputElement>("checkbox", { name: "Select loaded rows" });
    await user.click(box("row 3"));
    expect(all()).toMatchObject({ checked: false, indeterminate: true });
    await user.click(all());
    expect(chosen()).toHaveLength(39);
    expect(all()).toMatchObject({ checked: true, indeterminate: false });
    await user.click(all());
    expect(chosen()).toEqual([]);
    expect(all()).toMatchObject({ checked: false, indeterminate: false });
  });

  test("the open conversation is the current row and no selected one", async () => {
    await show("C3");
    await waitFor(() => expect(line("row 3")).toHaveProperty("ariaCurrent", "true"));
    expect(screen.queryByRole("row", { selected: true })).toBeNull();
  });
});

test("on cards each conversation has a checkbox beside its button", async () => {
  stubNarrowScreen();
  const { user } = await show();
  const [first] = screen.getAllByRole("checkbox");
  if (!first) throw new Error("There is no checkbox.");
  expect(screen.getByRole("checkbox", { name: /^Select .*C0/ })).toBe(first);
  await user.click(first);
  expect(chosen()).toEqual(["C0"]);
  expect(onOpen).not.toHaveBeenCalled();
  expect(first).toHaveProperty("checked", true);
});
