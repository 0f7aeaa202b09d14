import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  clearChosen,
  defaultView,
  filterRoles,
  hasChosen,
  toggleChosen,
  withChosen,
  withColumns,
  withRange,
  withSort,
  withZone,
} from "../../../client/view/view.ts";
import { anyText, anyView } from "./views.ts";

const bare = defaultView("UTC");

describe("a step from one view to the next", () => {
  test("changes one part and leaves the view it came from alone", () => {
    const frozen = Object.freeze({ ...bare, chosen: Object.freeze(bare.chosen) });
    expect(withZone(frozen, "Asia/Kathmandu")).toEqual({ ...bare, zone: "Asia/Kathmandu" });
    expect(withRange(frozen, { kind: "calendar", period: "lastWeek" }).range).toEqual({
      kind: "calendar",
      period: "lastWeek",
    });
    expect(withSort(frozen, { field: "a", direction: "ASC" }).sort).toEqual({ field: "a", direction: "ASC" });
    expect(withColumns(frozen, ["a"]).columns).toEqual(["a"]);
    expect(withChosen(frozen, "status", ["x"]).chosen).toEqual({ ...bare.chosen, status: ["x"] });
    expect(frozen).toEqual(defaultView("UTC"));
  });

  test("chooses all spellings of a value together, and takes them back together", () => {
    const both = toggleChosen(bare, "channel", ["voice", "VOICE"]);
    expect(both.chosen.channel).toEqual(["voice", "VOICE"]);
    expect(toggleChosen(both, "channel", ["voice", "VOICE"]).chosen.channel).toEqual([]);
    const one = withChosen(bare, "channel", ["sms", "VOICE"]);
    expect(toggleChosen(one, "channel", ["voice", "VOICE"]).chosen.channel).toEqual(["sms"]);
  });

  test("taken twice for one value leads back", () => {
    fc.assert(
      fc.property(anyView, fc.constantFrom(...filterRoles), anyText, (view, role, value) => {
        fc.pre(!view.chosen[role].includes(value));
        expect(toggleChosen(toggleChosen(view, role, [value]), role, [value])).toEqual(view);
      }),
    );
  });

  test("clears the choices and nothing else", () => {
    fc.assert(
      fc.property(anyView, (view) => {
        const cleared = clearChosen(view);
        expect(hasChosen(cleared)).toBe(false);
        expect({ ...cleared, chosen: view.chosen }).toEqual(view);
        expect(hasChosen(view)).toBe(filterRoles.some((role) => view.chosen[role].length > 0));
      }),
    );
  });
});
