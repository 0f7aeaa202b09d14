import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type FakeUpstream, startFakeUpstream } from "../../support/servers/fake-upstream.ts";
import { page } from "../../support/servers/replies.ts";
import { servePageFrom } from "../insights/pages-base.ts";
import { column, renderTable, stubLayout, stubNarrowScreen } from "./table-page.tsx";

const columns = [column("id", "Key"), column("text", "Name")];
const rows = Array.from({ length: 40 }, (_, i) => ({ Key: `C${i}`, Name: `row ${i}`, Tags: ["a", "b"] }));

let server: FakeUpstream;
const onOpen = vi.fn<(id: string | undefined) => void>();

function opening(openId?: string) {
  return { idField: "Key", openId, onOpen, linkTo: (id: string) => `http://list.test/?open=${id}` };
}

beforeEach(async () => {
  stubLayout();
  onOpen.mockClear();
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
  const shown = renderTable({ columns, opening: opening(openId) });
  await screen.findByText("row 0");
  return { user, show: (next?: string) => shown.show({ columns, opening: opening(next) }) };
}

const grid = () => screen.getByRole("grid");
const activeRow = () => document.getElementById(grid().getAttribute("aria-activedescendant") ?? "")?.closest("tr");

describe("by keys", () => {
  test("j and k go through the rows as the arrows do, Enter and Space open, Escape closes", async () => {
    const { user, show: again } = await show();
    // From nowhere the first key leads into the list.
    await user.keyboard("j");
    expect(document.activeElement).toBe(grid());
    expect(activeRow()).toHaveProperty("ariaRowIndex", "2");
    await user.keyboard("jj");
    expect(activeRow()).toHaveProperty("ariaRowIndex", "4");
    await user.keyboard("k{Enter}");
    await user.keyboard("j ");
    expect(onOpen.mock.calls).toEqual([["C1"], ["C2"]]);
    again("C2");
    await user.keyboard("{Escape}");
    expect(onOpen).toHaveBeenLastCalledWith(undefined);
  });

  test("Escape is the dialog's that has just opened over the list, whose focus is still on its way", async () => {
    const { user } = await show("C1");
    grid().focus();
    const dialog = document.createElement("section");
    dialog.role = "dialog";
    dialog.ariaModal = "true";
    document.body.append(dialog);
    await user.keyboard("{Escape}");
    dialog.remove();
    expect(onOpen).not.toHaveBeenCalled();
  });

  test("the cell, the row as JSON and a link to the row are copied, and it says so", async () => {
    const { user } = await show();
    grid().focus();
    await user.keyboard("{ArrowDown}{ArrowDown}{ArrowRight}c");
    await screen.findByText("Cell copied.");
    expect(await navigator.clipboard.readText()).toBe("row 1");
    await user.keyboard("y");
    await screen.findByText("Row copied as JSON.");
    expect(JSON.parse(await navigator.clipboard.readText())).toEqual(rows[1]);
    await user.keyboard("l");
    await screen.findByText("Link copied.");
    expect(await navigator.clipboard.readText()).toBe("http://list.test/?open=C1");
  });

  test("? shows every key, and they do nothing where one types", async () => {
    const { user } = await show();
    await user.keyboard("?");
    const dialog = await screen.findByRole("dialog", { name: "Shortcuts" });
    expect(within(dialog).getByText("Move between rows")).toBeDefined();
    await user.keyboard("j");
    expect(grid().hasAttribute("aria-activedescendant")).toBe(false);
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  });

  test("/ and Ctrl+K press what opens the find box, but not from a field and not with another key beside them", async () => {
    const { user } = await show();
    const find = document.createElement("button");
    find.dataset["find"] = "";
    const onFind = vi.fn();
    find.addEventListener("click", onFind);
    const field = document.createElement("input");
    document.body.append(find, field);
    for (const keys of ["/", "{Control>}k{/Control}", "{Meta>}k{/Meta}"]) await user.keyboard(keys);
    expect(onFind).toHaveBeenCalledTimes(3);
    await user.keyboard("{Control>}f{/Control}{Control>}{Shift>}k{/Shift}{/Control}{Alt>}{Control>}k{/Control}{/Alt}");
    field.focus();
    for (const keys of ["/", "{Control>}k{/Control}"]) await user.keyboard(keys);
    expect(onFind).toHaveBeenCalledTimes(3);
    find.remove();
    field.remove();
  });
});

describe("a conversation", () => {
  test("is opened by a click on its row, which is then the current one", async () => {
    const { user, show: again } = await show();
    await user.click(screen.getByText("row 3"));
    expect(onOpen).toHaveBeenCalledExactlyOnceWith("C3");
    again("C3");
    expect(screen.getByRole("row", { current: true })).toBe(screen.getByText("row 3").closest("tr"));
    // Stepped on elsewhere: the list goes along.
    again("C30");
    await waitFor(() => expect(screen.getByText("row 30").closest("tr")).toHaveProperty("ariaCurrent", "true"));
    expect(activeRow()).toHaveProperty("ariaRowIndex", "32");
  });

  test("is not opened by marking text", async () => {
    const { user } = await show();
    document.getSelection()?.selectAllChildren(screen.getByText("row 3"));
    fireEvent.click(screen.getByText("row 3"));
    expect(onOpen).not.toHaveBeenCalled();
    document.getSelection()?.removeAllRanges();
    await user.click(screen.getByText("row 3"));
    expect(onOpen).toHaveBeenCalledOnce();
  });

  test("has a menu, also from the keyboard, and the focus comes back to the list", async () => {
    const { user } = await show();
    grid().focus();
    await user.keyboard("j");
    fireEvent.contextMenu(grid());
    await user.click(await screen.findByRole("menuitem", { name: "Copy link to row" }));
    await screen.findByText("Link copied.");
    expect(await navigator.clipboard.readText()).toBe("http://list.test/?open=C0");
    await waitFor(() => expect(document.activeElement).toBe(grid()));
    fireEvent.contextMenu(screen.getByText("row 2"));
    await user.click(await screen.findByRole("menuitem", { name: "Open" }));
    expect(onOpen).toHaveBeenCalledExactlyOnceWith("C2");
  });

  test("is a button on a narrow screen", async () => {
    stubNarrowScreen();
    const { user, show: again } = await show();
    await user.click(screen.getByRole("button", { name: /row 3/ }));
    expect(onOpen).toHaveBeenCalledExactlyOnceWith("C3");
    again("C3");
    expect(screen.getByRole("button", { current: true }).textContent).toContain("row 3");
  });
});
