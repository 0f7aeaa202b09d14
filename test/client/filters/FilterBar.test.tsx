import { type ByRoleOptions, screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { InsightsError } from "../../../client/api/errors.ts";
import { FilterBar } from "../../../client/filters/FilterBar.tsx";
import type { FilterBarProps } from "../../../client/filters/filter-props.ts";
import type { Breakdown } from "../../../client/insights/breakdown.ts";
import { withChosen, withExcluded } from "../../../client/view/choose.ts";
import { availableColumns } from "../../../client/view/columns.ts";
import { defaultView } from "../../../client/view/view.ts";
import { findFields } from "../../../contract/fields.ts";
import { classic } from "../../contract/samples.ts";
import { queries } from "../insights/queries.tsx";
import { showFilters } from "./screen.tsx";
import { breakdown, entry, noOthers, ready } from "./support.ts";

const languages = ["en-US", "es-MX", "pt-BR", "de-DE", "fr-FR", "ja-JP", "ar", "hi-IN", "pl-PL"];
const channels = breakdown("channel", [entry(1204, "VOICE", "voice"), entry(31, "SMS"), entry(1, "EMAIL")], 7);
const facets: FilterBarProps["facets"] = {
  channel: ready(channels),
  language: ready(
    breakdown(
      "language",
      languages.map((tag, index) => entry(90 - index, tag)),
    ),
  ),
  sentiment: ready(breakdown("sentiment", [entry(5, "NEUTRAL"), entry(2, "POSITIVE")])),
  status: ready(breakdown("status", [entry(7, "IN_PROGRESS")])),
};

type Changes = Partial<Pick<FilterBarProps, "facets" | "missing" | "addable">>;

function show(changes: Changes = {}, view = defaultView("UTC"), how: { fades?: boolean } = {}) {
  const { wrapper: Wrapper } = queries();
  const rest = { facets, missing: [], addable: noOthers, ...changes };
  return showFilters(
    (now, onChange, editing) => (
      <Wrapper>
        <FilterBar view={now} onChange={onChange} {...rest} {...editing} />
      </Wrapper>
    ),
    view,
    how,
  );
}

const button = (name: RegExp) => screen.getByRole("button", { name });
const box = (name: string, more: ByRoleOptions = {}) =>
  screen.getByRole<HTMLInputElement>("checkbox", { name, ...more });

test("A role's button opens its values with labels and counts; ticking chooses every spelling of one", async () => {
  const { user, current } = show();
  await user.click(button(/^Channel/));
  const boxes = within(await screen.findByRole("dialog")).getAllByRole("checkbox");
  expect(boxes.map((one) => one.closest("label")?.textContent)).toEqual([
    "Voice1,204 conversations",
    "SMS31 conversations",
    "Email1 conversation",
    "Not set7 conversations",
  ]);
  expect(box("Voice", { description: "1,204 conversations" })).toBeTruthy();
  await user.click(screen.getByText("Voice"));
  expect(current.view.chosen.channel).toEqual(["VOICE", "voice"]);
  expect(box("Voice", { checked: true })).toBeTruthy();
  expect(button(/^Channel: Voice$/)).toBeTruthy();
  await user.click(box("Voice"));
  expect(current.view.chosen.channel).toEqual([]);
});

test("“Not set” is last, and says why it cannot be chosen", async () => {
  const { user, current } = show();
  await user.click(button(/^Channel/));
  await user.click(await screen.findByRole("checkbox", { name: "Not set" }));
  // The account of this test has no measure that counts.
  expect((await screen.findByRole("alert")).textContent).toContain("This account doesn’t count conversations");
  expect(current.view.excluded.channel).toEqual([]);
});

test("What is left over where rows could not be read is “Not known”, and is not found by excluding every value", async () => {
  const channel = ready({ ...channels, restUnknown: true });
  const { user, current } = show({
    facets: { ...facets, channel },
    addable: { ...noOthers, fields: findFields(classic) },
  });
  await user.click(button(/^Channel/));
  await user.click(await screen.findByRole("checkbox", { name: "Not known", description: "7 conversations" }));
  // Only the rows can tell, and there is no server here that could be asked for them.
  expect((await screen.findByRole("alert")).textContent).toContain("isn’t responding");
  expect(current.view.excluded.channel).toEqual([]);
});

test("A pasted list ticks the values that its words are called by, whatever their case", async () => {
  const { user, current } = show();
  await user.click(button(/^Language/));
  await user.click(await screen.findByRole("searchbox"));
  await user.paste("ja-JP; aRabic; tlh");
  await user.click(screen.getByRole("button", { name: "Select all 3 pasted values" }));
  expect(current.view.chosen.language).toEqual(["ja-JP", "ar", "tlh"]);
});

test("By keyboard: arrows move, Space and Enter toggle, Escape closes and gives the focus back", async () => {
  const { user, current } = show();
  button(/^Channel/).focus();
  await user.keyboard("{Enter}");
  await screen.findByRole("checkbox", { name: "Voice" });
  await waitFor(() => expect(document.activeElement).toBe(box("Voice")));
  await user.keyboard("{ArrowDown} ");
  expect(document.activeElement).toBe(box("SMS"));
  expect(current.view.chosen.channel).toEqual(["SMS"]);
  await user.keyboard("{End}");
  expect(document.activeElement).toBe(box("Not set"));
  await user.keyboard("{ArrowUp}{Enter}");
  expect(document.activeElement).toBe(box("Email"));
  expect(current.view.chosen.channel).toEqual(["SMS", "EMAIL"]);
  await user.keyboard("{Home}{ArrowUp}{ArrowUp}");
  expect(document.activeElement).toBe(box("Voice"));
  await user.keyboard("{Escape}");
  expect(screen.queryByRole("dialog")).toBeNull();
  await waitFor(() => expect(document.activeElement).toBe(button(/^Channel/)));
});

test("One line of a list is a tab stop: the one that had the focus last", async () => {
  const { user } = show();
  await user.click(button(/^Channel/));
  await screen.findByRole("checkbox", { name: "Voice" });
  expect([box("Voice"), box("SMS"), box("Email")].map((one) => one.tabIndex)).toEqual([0, -1, -1]);
  await user.click(box("SMS"));
  expect([box("Voice"), box("SMS"), box("Email")].map((one) => one.tabIndex)).toEqual([-1, 0, -1]);
});

test("More than eight values can be searched, and arrows lead from the search to the list and back", async () => {
  const { user, current } = show();
  await user.click(button(/^Language/));
  const search = await screen.findByRole("searchbox", { name: "Search languages" });
  await waitFor(() => expect(document.activeElement).toBe(search));
  await user.type(search, "span");
  expect(screen.getAllByRole("checkbox")).toEqual([box("Mexican Spanish")]);
  await user.keyboard("{ArrowDown}");
  expect(document.activeElement).toBe(box("Mexican Spanish"));
  await user.keyboard("{Enter}{ArrowUp}");
  expect(current.view.chosen.language).toEqual(["es-MX"]);
  expect(document.activeElement).toBe(search);
  await user.clear(search);
  await user.type(search, "klingon");
  expect(screen.getByRole("status").textContent).toBe("No results for “klingon”");
});

test("Few values have no search box", async () => {
  const { user } = show();
  await user.click(button(/^Channel/));
  await screen.findByRole("checkbox", { name: "Voice" });
  expect(screen.queryByRole("searchbox")).toBeNull();
});

test("A chosen value that no longer occurs can be taken back, and stays until the list is closed", async () => {
  const { user, current } = show({}, withChosen(defaultView("UTC"), "channel", ["FAX"]));
  await user.click(button(/^Channel/));
  const fax = await screen.findByRole("checkbox", { name: "Fax" });
  expect(box("Fax", { checked: true, description: "0 conversations" })).toBe(fax);
  await user.click(fax);
  expect(current.view.chosen.channel).toEqual([]);
  expect(box("Fax", { checked: false })).toBeTruthy();
  expect(document.activeElement).toBe(box("Fax"));
});

test("Clear takes back this role alone and keeps the focus", async () => {
  const chosen = withChosen(withChosen(defaultView("UTC"), "channel", ["SMS"]), "status", ["IN_PROGRESS"]);
  const { user, current } = show({}, chosen);
  await user.click(button(/^Channel/));
  const clear = await screen.findByRole("button", { name: "Clear Channel" });
  await user.click(clear);
  expect(current.view.chosen).toMatchObject({ channel: [], status: ["IN_PROGRESS"] });
  expect(document.activeElement).toBe(clear);
  expect(clear.getAttribute("aria-disabled")).toBe("true");
});

test("Roles without a field have no button; one note names them", async () => {
  const { user } = show({ missing: ["language", "status"] });
  expect(screen.queryByRole("button", { name: /^Language/ })).toBeNull();
  await user.click(button(/^Filters not available/));
  expect(await screen.findByText("This account has no language field")).toBeTruthy();
  expect(screen.getByText("This account has no status field")).toBeTruthy();
});

test("Values on their way, failed, absent and being updated are told apart", async () => {
  let retries = 0;
  const failed = { status: "failed", error: new InsightsError("network", () => ""), retry: () => retries++ } as const;
  const { user } = show({
    facets: {
      channel: { status: "loading" },
      language: failed,
      sentiment: { status: "absent", reason: "This account counts nothing." },
      status: ready(breakdown("status", []), true),
    },
  });
  await user.click(button(/^Channel/));
  expect(await screen.findByRole("status", { name: "Loading channel values" })).toBeTruthy();
  await user.click(button(/^Language/));
  const alert = await screen.findByRole("alert");
  expect(alert.textContent).toContain("Earshot’s server isn’t responding");
  await user.click(within(alert).getByRole("button", { name: "Retry" }));
  expect(retries).toBe(1);
  await user.click(button(/^Sentiment/));
  expect(await screen.findByText("This account counts nothing.")).toBeTruthy();
  await user.click(button(/^Status/));
  expect(await screen.findByText("No values in this view")).toBeTruthy();
  expect(screen.getByLabelText("Updating counts")).toBeTruthy();
});

test("Counts over loaded rows say so", async () => {
  const some: Breakdown = { ...channels, population: { kind: "loaded", count: 600 } };
  const { user } = show({ facets: { ...facets, channel: ready(some) } });
  await user.click(button(/^Channel/));
  expect(await screen.findByText("Counts cover only the 600 loaded rows")).toBeTruthy();
});

test("Only chooses one value alone; excluding strikes it, and ticking an excluded value chooses it", async () => {
  const chosen = withChosen(defaultView("UTC"), "channel", ["SMS"]);
  const { user, current } = show({}, chosen);
  await user.click(button(/^Channel/));
  await user.click(await screen.findByRole("button", { name: "Only Voice" }));
  expect(current.view.chosen.channel).toEqual(["VOICE", "voice"]);
  await user.click(screen.getByRole("button", { name: "Exclude Email" }));
  expect(current.view.excluded.channel).toEqual(["EMAIL"]);
  expect(button(/^Channel: Voice, not Email$/)).toBeTruthy();
  expect(box("Email", { checked: false, description: "1 conversation excluded" })).toBeTruthy();
  expect(screen.getByRole("button", { name: "Exclude Email", pressed: true })).toBe(document.activeElement);
  await user.click(box("Email"));
  expect(current.view.excluded.channel).toEqual([]);
  expect(current.view.chosen.channel).toEqual(["VOICE", "voice", "EMAIL"]);
});

test("Clear takes back what is excluded, too", async () => {
  const { user, current } = show({}, withExcluded(defaultView("UTC"), "channel", ["SMS"]));
  await user.click(button(/^Channel: not SMS$/));
  await user.click(await screen.findByRole("button", { name: "Clear Channel" }));
  expect(current.view.excluded.channel).toEqual([]);
});

test("Select all takes what the search shows, and takes it back", async () => {
  const { user, current } = show();
  await user.click(button(/^Language/));
  await user.type(await screen.findByRole("searchbox"), "an");
  const shown = screen.getAllByRole("checkbox").length;
  await user.click(screen.getByRole("button", { name: `Select all ${shown} shown` }));
  expect(current.view.chosen.language).toHaveLength(shown);
  expect(current.view.chosen.language).not.toContain("ar");
  await user.click(screen.getByRole("button", { name: `Deselect all ${shown} shown` }));
  expect(current.view.chosen.language).toEqual([]);
});

test("By keyboard: Tab leads from a value to its own buttons, an arrow back to the values", async () => {
  const { user, current } = show();
  button(/^Channel/).focus();
  await user.keyboard("{Enter}");
  await waitFor(() => expect(document.activeElement).toBe(box("Voice")));
  await user.tab();
  await user.tab();
  await user.keyboard(" {ArrowDown}");
  expect(current.view.excluded.channel).toEqual(["VOICE", "voice"]);
  expect(document.activeElement).toBe(box("SMS"));
});

test("A filter has the focus again when it is closed, whatever became of it", async () => {
  const { user, current } = show({}, withChosen(defaultView("UTC"), "channel", ["SMS"]));
  await user.click(button(/^Channel: SMS$/));
  await user.click(await screen.findByRole("button", { name: "Only Voice" }));
  expect(current.view.chosen.channel).toEqual(["VOICE", "voice"]);
  await user.keyboard("{Escape}");
  await waitFor(() => expect(document.activeElement).toBe(button(/^Channel: Voice$/)));
  await user.click(button(/^Channel: Voice$/));
  await user.click(await screen.findByRole("checkbox", { name: "Voice" }));
  await user.keyboard("{Escape}");
  await waitFor(() => expect(document.activeElement).toBe(button(/^Channel$/)));
});

test("A press in an open filter closes none, also while the one before it is still fading away", async () => {
  const fields = findFields(classic);
  const addable = { ...noOthers, columns: availableColumns(classic, fields), fields };
  const { user, current } = show({ addable }, defaultView("UTC"), { fades: true });
  const dialogs = () => screen.getAllByRole("dialog").length;
  await user.click(button(/^Language/));
  await user.click(await screen.findByRole("searchbox", { name: "Search languages" }));
  await user.click(button(/^Channel/));
  await user.click(await screen.findByRole("checkbox", { name: "Voice" }));
  expect(dialogs()).toBe(2);
  expect(current.view.chosen.channel).toEqual(["VOICE", "voice"]);
  await user.click(screen.getByRole("button", { name: "Exclude SMS" }));
  expect(current.edited).toEqual({ role: "channel" });

  await user.click(button(/^Add filter/));
  await user.click(await screen.findByRole("searchbox", { name: "Search fields" }));
  expect(dialogs()).toBe(3);
  expect(current.edited).toEqual({});
  await user.click(button(/^Status/));
  await user.click(await screen.findByRole("checkbox", { name: "In progress" }));
  expect(dialogs()).toBe(4);
  expect(current.edited).toEqual({ role: "status" });
});
