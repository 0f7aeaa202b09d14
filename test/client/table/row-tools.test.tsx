import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { changeLook, currentLook } from "../../../client/view/look.ts";
import { usualLook } from "../../../client/view/shared-look.ts";
import { type FakeUpstream, startFakeUpstream } from "../../support/servers/fake-upstream.ts";
import { page } from "../../support/servers/replies.ts";
import { servePageFrom } from "../insights/pages-base.ts";
import { column, renderTable, stubLayout } from "./table-page.tsx";

const columns = [
  { ...column("text", "Name"), role: "name" as const },
  { ...column("text", "Who", "Customer"), role: "customer" as const },
  { ...column("id", "Key"), role: "id" as const },
];
const rows = Array.from({ length: 10 }, (_, i) => ({ Key: `C${i}`, Name: `row ${i}`, Who: `Ana ${i}` }));

let server: FakeUpstream;
const onOpen = vi.fn<(id: string | undefined) => void>();

beforeEach(async () => {
  stubLayout();
  onOpen.mockClear();
  changeLook(usualLook);
  server = await startFakeUpstream();
  servePageFrom(server.url);
  server.reply(page(rows));
  renderTable({ columns, opening: { idField: "Key", openId: undefined, onOpen, linkTo: (id) => `/#${id}` } });
  await screen.findByText("row 0");
});

afterEach(async () => {
  servePageFrom(undefined);
  await server.close();
});

const line = (name: string) => {
  const row = screen.getByText(name).closest("tr");
  if (!row) throw new Error(`${name} is in no row.`);
  return within(row);
};

describe("the row under the mouse", () => {
  test("has buttons at the end of its name, and no other row has", async () => {
    expect(screen.queryByRole("button", { name: "Open" })).toBeNull();
    fireEvent.pointerOver(screen.getByText("Ana 3"), { pointerType: "mouse" });
    const open = await line("row 3").findByRole("button", { name: "Open" });
    expect(open.closest("td")).toBe(screen.getByText("row 3").closest("td"));
    expect(screen.getAllByRole("button", { name: "More actions" })).toHaveLength(1);
    fireEvent.pointerOver(screen.getByText("row 5"), { pointerType: "mouse" });
    await line("row 5").findByRole("button", { name: "Open" });
    expect(line("row 3").queryByRole("button")).toBeNull();
    await userEvent.click(line("row 5").getByRole("button", { name: "Open" }));
    expect(onOpen.mock.calls).toEqual([["C5"]]);
  });

  test("has the menu behind its last button, and opens nothing by that", async () => {
    fireEvent.pointerOver(screen.getByText("row 2"), { pointerType: "mouse" });
    fireEvent.click(await line("row 2").findByRole("button", { name: "More actions" }));
    await screen.findByRole("menuitem", { name: "Copy row as JSON" });
    expect(onOpen).not.toHaveBeenCalled();
  });

  test("has none for a finger", () => {
    fireEvent.pointerOver(screen.getByText("row 2"), { pointerType: "touch" });
    expect(screen.queryByRole("button", { name: "More actions" })).toBeNull();
  });
});

test("in tall rows the customer stands under the name", async () => {
  changeLook({ ...usualLook, density: "roomy" });
  await waitFor(() => expect(screen.queryByRole("columnheader", { name: "Customer" })).toBeNull());
  expect(screen.getByText("row 4").closest("td")?.textContent).toBe("row 4, Ana 4");
  expect(screen.getByRole("grid").style.getPropertyValue("--row-height")).toBe("52px");
});

test("a double click on a column's edge, or Enter, fits it to what is in it, and Delete gives its own width back", async () => {
  vi.spyOn(Element.prototype, "getBoundingClientRect").mockImplementation(function (this: Element) {
    return new DOMRect(0, 0, (this.textContent ?? "").length * 10, 20);
  });
  const edge = screen.getByRole("separator", { name: "Customer column width" });
  fireEvent.doubleClick(edge);
  // Its heading is longer than any of its values: eight letters, and what stands beside them.
  await waitFor(() => expect(currentLook().widths).toEqual({ Who: 80 + 44 + 1 }));
  edge.focus();
  await userEvent.keyboard("{Delete}");
  expect(currentLook().widths).toEqual({});
  await userEvent.keyboard("{Enter}");
  await waitFor(() => expect(currentLook().widths).toEqual({ Who: 125 }));
});
