import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { FilterChips } from "../../../client/filters/FilterChips.tsx";
import { defaultView, nothingChosen, type View } from "../../../client/view/view.ts";
import { showFilters } from "./screen.tsx";

const chosenView: View = {
  ...defaultView("UTC"),
  range: { kind: "calendar", period: "lastWeek" },
  chosen: { ...nothingChosen, channel: ["VOICE", "voice", "SMS"], sentiment: ["negative"] },
};

function show(view: View) {
  return showFilters((now, onChange, editing) => <FilterChips view={now} onChange={onChange} {...editing} />, view);
}

test("Nothing chosen, whatever the range: no chips and nothing to clear", () => {
  show({ ...defaultView("UTC"), range: chosenView.range });
  expect(screen.queryByRole("listitem")).toBeNull();
  expect(screen.queryByRole("button")).toBeNull();
});

test("One chip for each chosen value, spellings merged", () => {
  show(chosenView);
  expect(screen.getAllByRole("listitem").map((chip) => chip.textContent)).toEqual([
    "Channel: Voice",
    "Channel: SMS",
    "Sentiment: ▼Negative",
  ]);
});

test("Removing a chip takes back every spelling, and the focus goes on to the next chip", async () => {
  const { user, current } = show(chosenView);
  await user.click(screen.getByRole("button", { name: "Remove Channel: Voice" }));
  expect(current.view.chosen).toEqual({ ...nothingChosen, channel: ["SMS"], sentiment: ["negative"] });
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Remove Channel: SMS" }));
  await user.click(screen.getByRole("button", { name: "Remove Sentiment: Negative" }));
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Remove Channel: SMS" }));
});

test("Clear all takes back everything that it stands beside, and no more", async () => {
  const { user, current } = show(chosenView);
  await user.click(screen.getByRole("button", { name: "Clear all" }));
  expect(current.view).toEqual({ ...chosenView, chosen: nothingChosen });
  expect(screen.queryByRole("listitem")).toBeNull();
  expect(screen.queryByRole("button")).toBeNull();
});

test("When the last chip is gone the focus is not lost", async () => {
  const { user } = show({ ...defaultView("UTC"), chosen: { ...nothingChosen, channel: ["SMS"] } });
  await user.click(screen.getByRole("button", { name: "Remove Channel: SMS" }));
  expect(document.activeElement).toBe(screen.getByRole("group", { name: "Active filters" }));
});

test("What is excluded has chips of its own, that say so", async () => {
  const first = { ...defaultView("UTC"), excluded: { ...nothingChosen, channel: ["VOICE"] } };
  const { user, current } = show(first);
  expect(screen.getByRole("listitem").textContent).toBe("Channel: not Voice");
  await user.click(screen.getByRole("button", { name: "Remove Channel: not Voice" }));
  expect(current.view).toEqual(defaultView("UTC"));
});

test("What is not set has a chip, for a role and for another field", async () => {
  const more: View["more"] = [{ kind: "notSet", field: "Conversation.ParticipantType" }];
  const { user, current } = show({ ...defaultView("UTC"), notSet: ["sentiment"], more });
  const words = screen.getAllByRole("listitem").map((chip) => chip.textContent);
  expect(words).toEqual(["Sentiment: Not set", "Participant type: Not set"]);
  await user.click(screen.getByRole("button", { name: "Remove Sentiment: Not set" }));
  expect(current.view).toEqual({ ...defaultView("UTC"), more });
  await user.click(screen.getByRole("button", { name: "Remove Participant type: Not set" }));
  expect(current.view).toEqual(defaultView("UTC"));
});
