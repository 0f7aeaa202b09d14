import { act, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import { browserZone } from "../../../client/browser/zone.ts";
import { SavedViews } from "../../../client/saved/SavedViews.tsx";
import { writeSaved } from "../../../client/saved/saved-file.ts";
import { keepSaved, savedNow, startSearch } from "../../../client/saved/use-saved.ts";
import { savedText } from "../../../client/saved/view-text.ts";
import { withChosen } from "../../../client/view/choose.ts";
import { parseView } from "../../../client/view/url.ts";
import { openStart, openText } from "../../../client/view/use-view.ts";
import { defaultView, type View, withOpen } from "../../../client/view/view.ts";
import { showFilters } from "../filters/screen.tsx";

const bare = defaultView("Europe/Berlin");
const voice = withChosen(bare, "channel", ["VOICE"]);

beforeEach(() => {
  sessionStorage.clear();
});

/** On an account that has all that the address asks for. */
function draw(now: View, onChange: (next: View) => void) {
  const onOpen = (search: string) => onChange(parseView(search, browserZone()).view);
  return <SavedViews view={now} asked={{ view: now, notes: [] }} onOpen={onOpen} onSave={() => undefined} />;
}

async function show(view: View) {
  const shown = showFilters(draw, view);
  await shown.user.click(button());
  await screen.findByRole("dialog");
  return shown;
}

const button = (name: string | RegExp = /^Views/) => screen.getByRole("button", { name });
const press = (name: string) => screen.getByRole("button", { name });

test("A view is saved under a name, without the conversation that is open, and opened again", async () => {
  const { user, current } = await show(withOpen(voice, "CH1"));
  await user.type(screen.getByRole("textbox", { name: "View name" }), "Calls{Enter}");
  expect(savedNow().views).toEqual([{ name: "Calls", search: savedText(voice) }]);
  expect(button("Views: Calls")).toBeTruthy();
  await user.click(press("Open Calls"));
  expect(current.view).toEqual(voice);
  await waitFor(() => expect(document.activeElement).toBe(button()));
});

test("A dot says that the view has changed since; it can take the saved one's place", async () => {
  keepSaved(() => ({ views: [{ name: "All", search: savedText(bare) }], start: undefined }));
  let set: (next: View) => void = () => {};
  const { user } = showFilters((now, onChange) => {
    set = onChange;
    return draw(now, onChange);
  }, bare);
  expect(button("Views: All")).toBeTruthy();
  act(() => set(voice));
  expect(button("Views: All, unsaved changes")).toBeTruthy();
  await user.click(button());
  await user.click(await screen.findByRole("button", { name: "Replace “All”" }));
  expect(savedNow().views).toEqual([{ name: "All", search: savedText(voice) }]);
  expect(button("Views: All")).toBeTruthy();
});

test("Views are renamed in place; a name that is taken is told, Escape leaves it, and the list stays open", async () => {
  keepSaved(() => ({
    views: [
      { name: "One", search: savedText(bare) },
      { name: "Two", search: savedText(voice) },
    ],
    start: "One",
  }));
  const { user } = await show(bare);
  await user.click(press("Rename One"));
  await user.keyboard("Two");
  expect(screen.getAllByText("Another view already has this name.")).toHaveLength(1);
  await user.keyboard("{Escape}");
  expect(screen.getByRole("dialog")).toBeTruthy();
  await user.click(press("Rename One"));
  await user.keyboard("Morning{Enter}");
  expect(savedNow().views.map(({ name }) => name)).toEqual(["Morning", "Two"]);
  expect(savedNow().start).toBe("Morning");
  await waitFor(() => expect(document.activeElement).toBe(press("Rename Morning")));
});

test("A deleted view can be brought back", async () => {
  keepSaved(() => ({ views: [{ name: "One", search: savedText(bare) }], start: "One" }));
  const { user } = await show(bare);
  await user.click(press("Delete One"));
  expect(savedNow().views).toEqual([]);
  expect(screen.getByRole("status").textContent).toBe("“One” deleted");
  expect(document.activeElement).toBe(press("Undo"));
  await user.click(press("Undo"));
  expect(savedNow()).toEqual({ views: [{ name: "One", search: savedText(bare) }], start: "One" });
});

test("A bare address opens the start view, but not one that a person came back to", async () => {
  keepSaved(() => ({ views: [{ name: "Calls", search: savedText(voice) }], start: undefined }));
  const { user } = await show(bare);
  await user.click(press("Open Calls by default"));
  expect(startSearch()).toBe(savedText(voice));
  window.history.replaceState(null, "", "/");
  openStart(savedText(voice));
  expect(window.location.search).toContain("channel=VOICE");
  openText(savedText(defaultView(browserZone())));
  openStart(savedText(voice));
  expect(window.location.search).toBe("");
  window.history.replaceState(null, "", "/?range=1d");
  openStart(savedText(voice));
  expect(window.location.search).toBe("?range=1d");
  window.history.replaceState(null, "", "/");
});

test("A file of views is imported; one of anything else is told", async () => {
  const { user } = await show(bare);
  const input = screen.getByLabelText<HTMLInputElement>("Import", { selector: "input" });
  const text = writeSaved({ views: [{ name: "Calls", search: savedText(voice) }], start: undefined });
  await user.upload(input, new File([text], "views.json", { type: "application/json" }));
  expect(await screen.findByText("1 view added")).toBeTruthy();
  expect(within(screen.getByRole("list")).getByRole("button", { name: "Open Calls" })).toBeTruthy();
  await user.upload(input, new File([text], "views.json", { type: "application/json" }));
  expect(await screen.findByText("All views in the file are already here")).toBeTruthy();
  await user.upload(input, new File(["{}"], "other.json", { type: "application/json" }));
  expect(await screen.findByText("This file isn’t a list of Earshot views.")).toBeTruthy();
});

test("Views that were saved in another tab in the meantime stay, also when a deletion is taken back", async () => {
  keepSaved(() => ({ views: [{ name: "One", search: savedText(bare) }], start: "One" }));
  const { user } = await show(bare);
  // Another tab writes the same storage; its event has not come yet.
  const elsewhere = (...names: string[]) =>
    localStorage.setItem(
      "earshot-views",
      writeSaved({ views: names.map((name) => ({ name, search: savedText(voice) })), start: undefined }),
    );
  elsewhere("One", "Theirs");
  await user.type(screen.getByRole("textbox", { name: "View name" }), "Mine{Enter}");
  expect(savedNow().views.map(({ name }) => name)).toEqual(["One", "Theirs", "Mine"]);
  await user.click(press("Delete One"));
  elsewhere("Theirs", "Mine", "Latest");
  await user.click(press("Undo"));
  expect(savedNow().views.map(({ name }) => name)).toEqual(["One", "Theirs", "Mine", "Latest"]);
});

test("A long view and a long list can be read again", () => {
  const long = withChosen(
    bare,
    "channel",
    Array.from({ length: 3000 }, (_, place) => `agent-${place}`),
  );
  const views = Array.from({ length: 1500 }, (_, place) => ({ name: `View ${place}`, search: "?v=1" }));
  expect(keepSaved(() => ({ views: [...views, { name: "Long", search: savedText(long) }], start: "Long" }))).toBe(true);
  expect(savedNow().views).toHaveLength(1501);
  expect(startSearch()).toBe(savedText(long));
});

test("What cannot be read is told, and put aside before something is saved over it", async () => {
  localStorage.setItem("earshot-views", '{"earshot":"views","version":2}');
  const { user } = await show(bare);
  expect(screen.getByText(/can’t read the views saved in this browser/)).toBeTruthy();
  await user.type(screen.getByRole("textbox", { name: "View name" }), "Mine{Enter}");
  expect(savedNow().views.map(({ name }) => name)).toEqual(["Mine"]);
  expect(Object.values({ ...localStorage })).toContain('{"earshot":"views","version":2}');
});

test("A browser that keeps nothing shows the views' button all the same, and says that it cannot keep one", async () => {
  const refuse = () => {
    throw new DOMException("The operation is insecure.", "SecurityError");
  };
  vi.spyOn(window, "localStorage", "get").mockImplementation(refuse);
  vi.spyOn(window, "sessionStorage", "get").mockImplementation(refuse);
  const { user } = await show(bare);
  await user.type(screen.getByRole("textbox", { name: "View name" }), "Mine{Enter}");
  expect(screen.getByText(/^Not saved because this browser doesn’t let Earshot store data/)).toBeTruthy();
  vi.restoreAllMocks();
});

test("A name that was typed in a browser without room stays to be saved once more, a new one and another's", async () => {
  keepSaved(() => ({ views: [{ name: "One", search: savedText(bare) }], start: undefined }));
  const { user } = await show(voice);
  vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
    throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
  });
  const name = screen.getByRole<HTMLInputElement>("textbox", { name: "View name" });
  await user.type(name, "Mine{Enter}");
  expect(screen.getByText(/^Not saved because this browser has no space left/)).toBeTruthy();
  expect(name.value).toBe("Mine");
  await user.click(press("Rename One"));
  const renamed = screen.getByRole<HTMLInputElement>("textbox", { name: "New name for One" });
  await user.clear(renamed);
  await user.type(renamed, "Uno{Enter}");
  expect(renamed.value).toBe("Uno");
  vi.restoreAllMocks();
  await user.type(renamed, "{Enter}");
  await user.type(name, "{Enter}");
  expect(savedNow().views.map((one) => one.name)).toEqual(["Uno", "Mine"]);
});
