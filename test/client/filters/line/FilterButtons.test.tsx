import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { FilterBar } from "../../../../client/filters/FilterBar.tsx";
import { defaultView, nothingChosen, type View } from "../../../../client/view/view.ts";
import { perCubeRole } from "../../../../contract/roles.ts";
import { queries } from "../../insights/queries.tsx";
import { showFilters } from "../screen.tsx";
import { breakdown, entry, noOthers, ready } from "../support.ts";

const facets = {
  ...perCubeRole((role) => ready(breakdown(role, []))),
  channel: ready(breakdown("channel", [entry(9, "VOICE", "voice"), entry(3, "SMS"), entry(1, "EMAIL")])),
};

function show(view: View) {
  const { wrapper: Wrapper } = queries();
  return showFilters(
    (now, onChange, editing) => (
      <Wrapper>
        <FilterBar view={now} onChange={onChange} facets={facets} missing={[]} addable={noOthers} {...editing} />
      </Wrapper>
    ),
    view,
  );
}

const inUse = () => [...document.querySelectorAll("[data-in-use]")].map(({ textContent }) => textContent);
const button = (name: string) => screen.getByRole("button", { name });

const chosen: View = {
  ...defaultView("UTC"),
  range: { kind: "calendar", period: "lastWeek" },
  chosen: { ...nothingChosen, channel: ["VOICE", "voice", "SMS"], sentiment: ["negative"] },
  excluded: { ...nothingChosen, status: ["CLOSED"] },
};

test("Nothing chosen, whatever the range: each role is a button, and there is nothing to take off", () => {
  show({ ...defaultView("UTC"), range: chosen.range });
  expect(inUse()).toEqual([]);
  expect(screen.getAllByRole("button").map(({ textContent }) => textContent)).toEqual([
    "Channel",
    "Language",
    "Sentiment",
    "Status",
  ]);
});

test("A button says what is chosen and left out, spellings merged; of more than two values how many more", () => {
  show(chosen);
  expect(inUse()).toEqual(["Channel: Voice, SMS", "Sentiment: ▼Negative", "Status: not Closed"]);
  expect(button("Status: not Closed")).toBeTruthy();
});

test("More values than are named are counted on it, and its name has them all", () => {
  show({ ...chosen, excluded: { ...nothingChosen, channel: ["EMAIL"] } });
  expect(inUse()).toContain("Channel: Voice +2");
  expect(button("Channel: Voice, SMS, not Email")).toBeTruthy();
});

test("What is not set is on the button, for a role and for another field, and each is taken off alone", async () => {
  const more: View["more"] = [{ kind: "notSet", field: "Conversation.ParticipantType" }];
  const { user, current } = show({ ...defaultView("UTC"), notSet: ["sentiment"], more });
  expect(inUse()).toEqual(["Sentiment: Not set", "Participant type: Not set"]);
  await user.click(button("Remove Sentiment: Not set"));
  expect(current.view).toEqual({ ...defaultView("UTC"), more });
  expect(document.activeElement).toBe(button("Sentiment"));
  await user.click(button("Remove Participant type: Not set"));
  expect(current.view).toEqual(defaultView("UTC"));
});

test("Clear all takes back everything that it stands beside, and no more, and the focus is not lost", async () => {
  const { user, current } = show(chosen);
  await user.click(button("Clear all"));
  expect(current.view).toEqual({ ...chosen, chosen: nothingChosen, excluded: nothingChosen });
  expect(screen.queryByRole("button", { name: "Clear all" })).toBeNull();
  expect(document.activeElement).toBe(button("Channel"));
});

test("While its menu is open a button keeps its width: it is called by what is chosen, and shows it afterwards", async () => {
  const { user } = show(defaultView("UTC"));
  await user.click(button("Channel"));
  await user.click(await screen.findByRole("checkbox", { name: "SMS" }));
  expect(inUse()).toEqual([]);
  expect(button("Channel: SMS").textContent).toBe("Channel");
  await user.keyboard("{Escape}");
  expect(inUse()).toEqual(["Channel: SMS"]);
});
