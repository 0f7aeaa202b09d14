import { act, renderHook } from "@testing-library/react";
import { expect, it } from "vitest";
import { chooseOnly, toggleChosen } from "../../../client/view/choose.ts";
import { noteStep, stepBack, useStep } from "../../../client/view/steps.ts";
import { defaultView, type View, withRange, withZone } from "../../../client/view/view.ts";

const week = defaultView("UTC");
const onDay = (view: View, day: string) => withRange(view, { kind: "fixed", from: day, to: day });

/** The step back from a view, as the screen has it. */
function back(view: View): View | undefined {
  const { result } = renderHook(() => useStep(view));
  return result.current && stepBack(view, result.current);
}

it("takes a whole step back, range and filter, and leaves what was changed elsewhere since", () => {
  const taken = onDay(
    chooseOnly(toggleChosen(week, "sentiment", ["positive"]), "sentiment", ["negative"]),
    "2026-11-17",
  );
  const before = toggleChosen(week, "sentiment", ["positive"]);
  act(() => noteStep(before, taken));
  const later = toggleChosen(taken, "channel", ["voice"]);
  expect(back(later)).toEqual(toggleChosen(before, "channel", ["voice"]));
});

it("takes one step at a time, and is of the range alone where the step was", () => {
  const day = onDay(week, "2026-11-18");
  const hours = withRange(day, { kind: "fixed", from: "2026-11-18T09:00", to: "2026-11-18T11:00" });
  act(() => noteStep(week, day));
  act(() => noteStep(day, hours));
  const filtered = toggleChosen(hours, "sentiment", ["negative"]);
  const once = back(filtered);
  expect(once).toEqual(toggleChosen(day, "sentiment", ["negative"]));
  expect(once && back(once)).toEqual(toggleChosen(week, "sentiment", ["negative"]));
});

it("is nothing where the range came from elsewhere, or is another in another zone", () => {
  const day = onDay(week, "2026-11-19");
  act(() => noteStep(week, day));
  expect(back(week)).toBeUndefined();
  expect(back(onDay(week, "2026-11-20"))).toBeUndefined();
  expect(back(withZone(day, "Asia/Tokyo"))).toBeUndefined();
  act(() => noteStep(day, toggleChosen(day, "channel", ["voice"])));
  expect(back(day)).toEqual(week);
});
