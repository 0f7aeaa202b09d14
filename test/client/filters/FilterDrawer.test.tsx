import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { FilterDrawer } from "../../../client/filters/FilterDrawer.tsx";
import type { FilterBarProps } from "../../../client/filters/filter-props.ts";
import { defaultView, nothingChosen, type View } from "../../../client/view/view.ts";
import { showFilters } from "./screen.tsx";
import { breakdown, entry, noOthers, ready } from "./support.ts";

const facets: FilterBarProps["facets"] = {
  channel: ready(breakdown("channel", [entry(9, "VOICE", "voice"), entry(4, "SMS")])),
  language: { status: "absent", reason: "Twilio lists the field “Language” for this account but rejects it." },
  sentiment: ready(breakdown("sentiment", [entry(5, "neutral")])),
  status: ready(breakdown("status", [entry(7, "CLOSED")])),
};

function show(view: View) {
  return showFilters(
    (now, onChange, editing) => (
      <>
        <FilterDrawer
          view={now}
          onChange={onChange}
          facets={facets}
          missing={["language"]}
          addable={noOthers}
          {...editing}
        />
        <button type="button" onClick={() => editing.onEdit({ role: "status" })}>
          Status is asked for
        </button>
      </>
    ),
    view,
  );
}

test("One button says how many values are chosen and opens every role's list", async () => {
  const view = { ...defaultView("UTC"), chosen: { ...nothingChosen, channel: ["VOICE", "voice"], status: ["CLOSED"] } };
  const { user, current } = show(view);
  await user.click(screen.getByRole("button", { name: "Filters (2)" }));
  const drawer = await screen.findByRole("dialog", { name: "Filters" });
  expect(within(drawer).getByText("Twilio lists the field “Language” for this account but rejects it.")).toBeTruthy();
  await user.click(within(drawer).getByRole("checkbox", { name: "SMS" }));
  await user.click(within(drawer).getByRole("checkbox", { name: "Neutral" }));
  expect(current.view.chosen).toMatchObject({ channel: ["VOICE", "voice", "SMS"], sentiment: ["neutral"] });
  await user.click(within(drawer).getByRole("button", { name: "Clear all" }));
  expect(current.view.chosen).toEqual(nothingChosen);
  await user.click(within(drawer).getByRole("button", { name: "Done" }));
  expect(screen.queryByRole("dialog")).toBeNull();
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("button", { name: "Filters" })));
});

test("The sheet opens with the list that is asked for first", async () => {
  const { user } = show({ ...defaultView("UTC"), chosen: { ...nothingChosen, status: ["CLOSED"] } });
  await user.click(screen.getByRole("button", { name: "Status is asked for" }));
  const drawer = await screen.findByRole("dialog", { name: "Filters" });
  await within(drawer).findByRole("checkbox", { name: "Closed" });
  const first = within(drawer).getAllByRole("region")[0];
  expect(first?.getAttribute("aria-label")).toBe("Status filter");
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("checkbox", { name: "Closed" })));
});
