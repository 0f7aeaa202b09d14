import { MantineProvider } from "@mantine/core";
import { fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test, vi } from "vitest";
import { ColumnsMenu } from "../../../../client/table/columns/ColumnsMenu.tsx";
import { currentLook } from "../../../../client/view/look.ts";
import { column } from "../table-page.tsx";

const columns = ["Created", "Channel", "Name"].map((field) => column("text", field));

function renderMenu(visible: readonly string[], all = columns) {
  const onColumns = vi.fn();
  render(
    <MantineProvider env="test">
      <ColumnsMenu columns={all} visible={visible} onColumns={onColumns} />
    </MantineProvider>,
  );
  return onColumns;
}

async function open(): Promise<void> {
  await userEvent.click(screen.getByRole("button", { name: "Columns" }));
  await screen.findByRole("group", { name: "Visible columns" });
}

function ticked(): Record<string, boolean> {
  const boxes = within(screen.getByRole("group", { name: "Visible columns" })).getAllByRole<HTMLInputElement>(
    "checkbox",
  );
  return Object.fromEntries(boxes.map((box) => [box.labels?.[0]?.textContent, box.checked]));
}

describe("the columns menu", () => {
  test("lists every column and ticks the visible ones", async () => {
    renderMenu(["Name", "Created"]);
    await open();
    expect(ticked()).toEqual({ Created: true, Channel: false, Name: true });
  });

  test("hands on the fields that are visible then, or undefined for the usual ones", async () => {
    const onColumns = renderMenu(["Created", "Name"]);
    await open();
    await userEvent.click(screen.getByRole("checkbox", { name: "Channel" }));
    await userEvent.click(screen.getByRole("checkbox", { name: "Created" }));
    await userEvent.click(screen.getByRole("button", { name: "Reset to default" }));
    expect(onColumns.mock.calls).toEqual([[["Created", "Channel", "Name"]], [["Name"]], [undefined]]);
  });

  test("keeps the last column", async () => {
    renderMenu(["Name"]);
    await open();
    expect(screen.getByRole("checkbox", { name: "Name" })).toHaveProperty("disabled", true);
    expect(screen.getByRole("checkbox", { name: "Channel" })).toHaveProperty("disabled", false);
  });

  test("is opened, used and closed by the keyboard", async () => {
    const onColumns = renderMenu(["Created", "Name"]);
    await userEvent.tab();
    await userEvent.keyboard("{Enter}");
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("checkbox", { name: "Created" })));
    // Past the tools of the columns that are visible, which stand first.
    screen.getByRole("button", { name: "Move Name down" }).focus();
    await userEvent.tab();
    await userEvent.keyboard(" ");
    expect(onColumns).toHaveBeenCalledWith(["Created", "Channel", "Name"]);
    await userEvent.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("group")).toBeNull());
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("button", { name: "Columns" })));
  });

  test("puts the columns in order by buttons, by Alt and an arrow, and by dragging", async () => {
    const onColumns = renderMenu(["Created", "Channel", "Name"]);
    await open();
    await userEvent.click(screen.getByRole("button", { name: "Move Created down" }));
    expect(onColumns).toHaveBeenLastCalledWith(["Channel", "Created", "Name"]);
    expect(screen.getByText("Created is column 2 of 3.")).toBeDefined();
    screen.getByRole("checkbox", { name: "Name" }).focus();
    await userEvent.keyboard("{Alt>}{ArrowUp}{/Alt}");
    expect(onColumns).toHaveBeenLastCalledWith(["Created", "Name", "Channel"]);
    const line = (name: string) => {
      const found = screen.getByRole("checkbox", { name }).closest("[draggable]");
      if (!found) throw new Error(`${name} has no line`);
      return found;
    };
    const data = new Map<string, string>();
    const dataTransfer = {
      setData: (type: string, text: string) => data.set(type, text),
      getData: (type: string) => data.get(type) ?? "",
      get types() {
        return [...data.keys()];
      },
    };
    fireEvent.dragStart(line("Name"), { dataTransfer });
    fireEvent.dragOver(line("Created"), { dataTransfer });
    fireEvent.drop(line("Created"), { dataTransfer });
    expect(onColumns).toHaveBeenLastCalledWith(["Name", "Created", "Channel"]);
  });

  test("pins a column and changes the rows' height for this person, and gives the usual look back", async () => {
    renderMenu(["Created", "Name"]);
    await open();
    await userEvent.click(screen.getByRole("button", { name: "Pin Name" }));
    await userEvent.click(screen.getByRole("radio", { name: "Compact" }));
    expect(currentLook()).toEqual({ widths: {}, pinned: ["Name"], density: "compact" });
    expect(screen.getByRole("button", { name: "Pin Name", pressed: true })).toBeDefined();
    await userEvent.click(screen.getByRole("button", { name: "Reset to default" }));
    expect(currentLook()).toEqual({ widths: {}, pinned: [], density: "normal" });
  });

  test("lists pinned columns first, and counts and moves columns as they are drawn", async () => {
    const onColumns = renderMenu(["Created", "Channel", "Name"]);
    await open();
    await userEvent.click(screen.getByRole("button", { name: "Pin Name" }));
    expect(Object.keys(ticked())).toEqual(["Name", "Created", "Channel"]);
    const isDisabled = (name: string) => screen.getByRole("button", { name }).getAttribute("aria-disabled");
    expect(isDisabled("Move Name up")).toBe("true");
    expect(isDisabled("Move Name down")).toBe("true");
    expect(isDisabled("Move Created up")).toBe("true");
    await userEvent.click(screen.getByRole("button", { name: "Move Name down" }));
    expect(onColumns).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole("button", { name: "Move Channel up" }));
    expect(onColumns).toHaveBeenLastCalledWith(["Channel", "Created", "Name"]);
    expect(screen.getByText("Channel is column 2 of 3.")).toBeDefined();
    await userEvent.click(screen.getByRole("button", { name: "Reset to default" }));
  });

  test("searches a long list", async () => {
    renderMenu(
      ["Field 1"],
      Array.from({ length: 20 }, (_, i) => column("text", `Field ${i}`)),
    );
    await open();
    await userEvent.type(screen.getByRole("textbox", { name: "Search columns" }), "field 19");
    expect(ticked()).toEqual({ "Field 19": false });
    await userEvent.type(screen.getByRole("textbox", { name: "Search columns" }), "x");
    expect(screen.getByText("No columns found")).toBeDefined();
  });
});
