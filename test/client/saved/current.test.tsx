import { MantineProvider } from "@mantine/core";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";
import { SavedViews } from "../../../client/saved/SavedViews.tsx";
import { keepSaved, savedNow } from "../../../client/saved/use-saved.ts";
import { savedText } from "../../../client/saved/view-text.ts";
import { Notes } from "../../../client/ui/Notes.tsx";
import { withMore } from "../../../client/view/choose.ts";
import { availableColumns } from "../../../client/view/columns.ts";
import { fitView } from "../../../client/view/fit.ts";
import { openStart, openText, useView } from "../../../client/view/use-view.ts";
import { defaultView } from "../../../client/view/view.ts";
import { findFields } from "../../../contract/fields.ts";
import { reference } from "../../contract/samples.ts";

const bare = defaultView("Europe/Berlin");
const all = { name: "All", search: savedText(bare) };
const broken = { name: "Broken", search: "?v=1&range=soon&tz=Europe/Berlin" };

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  window.history.pushState(null, "", "/");
});

/** The saved views over the address and an account, as on the dashboard. */
function Page() {
  const { setView, ...asked } = useView();
  const fields = findFields(reference);
  const { view, notes } = fitView(asked.view, fields, availableColumns(reference, fields));
  return (
    <MantineProvider env="test">
      <Notes notes={[...asked.notes, ...notes]} />
      <SavedViews view={view} asked={asked} onOpen={openText} onSave={() => setView(view, { replace: true })} />
    </MantineProvider>
  );
}

async function open(name: string) {
  const user = userEvent.setup({ delay: null });
  render(<Page />);
  await user.click(button());
  await user.click(await screen.findByRole("button", { name: `Open ${name}` }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  return user;
}

const button = (name: string | RegExp = /^Views/) => screen.getByRole("button", { name });
const note = () => screen.queryByRole("status")?.textContent;

test("A saved view whose time cannot be read says so, and is not shown as if it were on the screen", async () => {
  keepSaved(() => ({ views: [all, broken], start: undefined }));
  await open("Broken");
  expect(note()).toBe("“soon” isn’t a valid time range. Showing the last 7 days.");
  expect(button("Views: Broken, unsaved changes")).toBeTruthy();
});

test("So does one whose zone cannot be read, also when it is opened at the start", () => {
  keepSaved(() => ({ views: [], start: undefined }));
  openStart("v=1&tz=Mars/Olympus#there");
  render(<Page />);
  expect(note()).toMatch(/^“Mars\/Olympus#there” isn’t a time zone. Times are shown in /);
});

test("Saved anew it is what is on the screen, and nothing is left to tell", async () => {
  keepSaved(() => ({ views: [broken], start: undefined }));
  const user = await open("Broken");
  const before = window.history.length;
  await user.click(button());
  await user.click(await screen.findByRole("button", { name: "Replace “Broken”" }));
  expect(savedNow().views).toEqual([{ name: "Broken", search: savedText(bare) }]);
  expect(button("Views: Broken")).toBeTruthy();
  expect(screen.queryByText(/isn’t a valid time range/)).toBeNull();
  expect(window.history.length).toBe(before);
});

test("A saved view with a field that the account lacks keeps its name, though another looks the same", async () => {
  const agent = withMore(bare, { kind: "values", field: "Agent", values: ["Ann"], exclude: false });
  keepSaved(() => ({ views: [all, { name: "Ann’s", search: savedText(agent) }], start: undefined }));
  await open("Ann’s");
  expect(note()).toBe("This account has no field “Agent”, so the filter on it isn’t applied.");
  expect(button("Views: Ann’s, unsaved changes")).toBeTruthy();
});

test("So does one with a column that the account lacks", async () => {
  keepSaved(() => ({
    views: [all, { name: "Wide", search: savedText({ ...bare, columns: ["Gone"] }) }],
    start: undefined,
  }));
  await open("Wide");
  expect(button("Views: Wide, unsaved changes")).toBeTruthy();
});

test("One that would only fall back to what is on the screen is not taken for it", () => {
  keepSaved(() => ({ views: [broken, all], start: undefined }));
  window.history.replaceState(null, "", all.search);
  render(<Page />);
  expect(button("Views: All")).toBeTruthy();
});
