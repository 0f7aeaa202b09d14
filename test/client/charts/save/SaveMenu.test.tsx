import { MantineProvider } from "@mantine/core";
import { render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import { SaveMenu, ViewWordsContext } from "../../../../client/charts/save/SaveMenu.tsx";

afterEach(() => vi.unstubAllGlobals());

const menu = "Conversations by language: copy or download";
const sheet = [
  ["Language", "Conversations"],
  ["=English", 3],
  ["two\nlines", undefined],
];

type Item = Record<string, Promise<Blob>>;

/** A page with this clipboard, that cannot draw; gives what is copied and the names of files that are saved. */
function page(clipboard: { write: (items: { parts: Item }[]) => Promise<void> } | undefined) {
  const saved: string[] = [];
  class PictureUrl extends URL {
    static override createObjectURL = () => "blob:1";
    static override revokeObjectURL = () => undefined;
  }
  class Picture {
    decode = () => Promise.reject(new Error("No memory is left."));
  }
  class Copied {
    constructor(readonly parts: Item) {}
  }
  const user = userEvent.setup({ delay: null });
  vi.stubGlobal("URL", PictureUrl);
  vi.stubGlobal("Image", Picture);
  vi.stubGlobal("ClipboardItem", Copied);
  Object.defineProperty(navigator, "clipboard", { value: clipboard, configurable: true });
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(this.download);
  });
  render(
    <MantineProvider env="test">
      <ViewWordsContext value={{ name: ["range"], lines: [] }}>
        <SaveMenu
          title="Conversations by language"
          lines={[]}
          figure={() => ({ height: 1, marks: [], legend: [] })}
          sheet={() => sheet}
          isFormer={false}
        />
      </ViewWordsContext>
    </MantineProvider>,
  );
  const choose = async (item: string) => {
    await user.click(screen.getByRole("button", { name: menu }));
    await user.click(await screen.findByRole("menuitem", { name: item }));
  };
  return { user, saved, choose };
}

it("says that a picture could not be saved, until the menu is opened again", async () => {
  const { user, choose } = page(undefined);
  expect(screen.queryByRole("alert")).toBeNull();
  await choose("Image (PNG)");
  expect((await screen.findByRole("alert")).textContent).toContain("Couldn’t save the image.");
  await user.click(screen.getByRole("button", { name: menu }));
  expect(screen.queryByRole("alert")).toBeNull();
});

it("copies the numbers as text with tabs and as a table, none of them a formula", async () => {
  const copied: Item[] = [];
  const { saved, choose } = page({ write: async (items) => void copied.push(...items.map(({ parts }) => parts)) });
  await choose("Copy table");
  expect((await screen.findByText("Table copied")).getAttribute("role")).toBe("status");
  const text = async (type: string) => (await copied[0]?.[type])?.text();
  expect(await text("text/plain")).toBe('Language\tConversations\r\n\'=English\t3\r\n"two\nlines"\t\r\n');
  expect(await text("text/html")).toContain("<tr><td>'=English</td><td>3</td></tr><tr><td>two<br>lines</td><td></td>");
  expect(saved).toEqual([]);
});

it("gives a file where the clipboard refuses or the page has none, and says why", async () => {
  const refusing = page({ write: () => Promise.reject(new DOMException("No.", "NotAllowedError")) });
  await refusing.choose("Copy table");
  expect((await screen.findByRole("alert")).textContent).toBe(
    "Your browser didn’t allow copying. The table was downloaded as CSV instead.",
  );
  expect(refusing.saved).toEqual(["Conversations-by-language_range.csv"]);
});

it("gives a file on a page that is not secure", async () => {
  const { saved, choose } = page(undefined);
  await choose("Copy table");
  expect((await screen.findByRole("alert")).textContent).toBe(
    "Browsers allow copying only on secure pages (HTTPS). The table was downloaded as CSV instead.",
  );
  expect(saved).toEqual(["Conversations-by-language_range.csv"]);
});

it("says of a picture to be copied that it could not be drawn", async () => {
  const { saved, choose } = page({ write: async (items) => void (await items[0]?.parts["image/png"]) });
  await choose("Copy image");
  expect((await screen.findByRole("alert")).textContent).toContain("Couldn’t save the image.");
  expect(saved).toEqual([]);
});
