import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  chooseOnly,
  clearChosen,
  hasChosen,
  toggleChosen,
  toggleExcluded,
  usesRole,
  withChosen,
  withExcluded,
  withMore,
  withNotSet,
  withoutMore,
  withoutRole,
} from "../../../client/view/choose.ts";
import { moreInUse, withMoreInUse } from "../../../client/view/more-values.ts";
import { defaultView, filterRoles } from "../../../client/view/view.ts";
import { anyText, anyView } from "./views.ts";

const bare = defaultView("UTC");

describe("choosing values", () => {
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
        fc.pre(
          !view.chosen[role].includes(value) && !view.excluded[role].includes(value) && !view.notSet.includes(role),
        );
        expect(toggleChosen(toggleChosen(view, role, [value]), role, [value])).toEqual(view);
      }),
    );
  });

  test("clears the choices and nothing else", () => {
    fc.assert(
      fc.property(anyView, (view) => {
        const cleared = clearChosen(view);
        expect(hasChosen(cleared)).toBe(false);
        const { chosen, excluded, notSet, more } = view;
        expect({ ...cleared, chosen, excluded, notSet, more }).toEqual(view);
      }),
    );
  });

  test("a value is chosen or left out, never both", () => {
    fc.assert(
      fc.property(anyView, fc.constantFrom(...filterRoles), anyText, fc.boolean(), (view, role, value, leaveOut) => {
        const next = leaveOut ? toggleExcluded(view, role, [value]) : toggleChosen(view, role, [value]);
        expect(next.chosen[role].filter((one) => next.excluded[role].includes(one))).toEqual([]);
      }),
    );
  });

  test("without any value takes the place of a role's values, and they of it", () => {
    fc.assert(
      fc.property(anyView, fc.constantFrom(...filterRoles), anyText, (view, role, value) => {
        const unset = withNotSet(view, role);
        expect([unset.chosen[role], unset.excluded[role], unset.notSet.includes(role)]).toEqual([[], [], true]);
        expect(withoutRole(withNotSet(unset, role), role)).toEqual(withoutRole(view, role));
        for (const next of [toggleChosen(unset, role, [value]), toggleExcluded(unset, role, [value])]) {
          expect([usesRole(next, role), next.notSet.includes(role)]).toEqual([true, false]);
        }
      }),
    );
  });

  test("of another field, without any value takes the place of its values, and they of it; a range stays", () => {
    const range = { kind: "range", field: "F", from: "1", to: undefined } as const;
    const some = withMoreInUse(withMore(bare, range), "F", { chosen: ["a"], excluded: ["b"] });
    const unset = withMoreInUse(some, "F", { chosen: [], excluded: [], notSet: true });
    expect(unset.more).toEqual([range, { kind: "notSet", field: "F" }]);
    expect(moreInUse(unset, "F")).toEqual({ chosen: [], excluded: [], notSet: true });
    expect(withMoreInUse(unset, "F", { chosen: ["a"], excluded: [] }).more).toEqual([
      range,
      { kind: "values", field: "F", values: ["a"], exclude: false },
    ]);
    expect(withMoreInUse(unset, "F", { chosen: [], excluded: [] }).more).toEqual([range]);
  });

  test("only one value takes the place of the others, left out ones too", () => {
    const some = withExcluded(withChosen(bare, "channel", ["sms", "chat"]), "channel", ["voice"]);
    const only = chooseOnly(some, "channel", ["voice", "VOICE"]);
    expect(only.chosen.channel).toEqual(["voice", "VOICE"]);
    expect(only.excluded.channel).toEqual([]);
  });

  test("a filter on another field takes the place of its former one, and an empty one takes it off", () => {
    const range = { kind: "range", field: "Wait", from: "10", to: undefined } as const;
    const values = { kind: "values", field: "Agent", values: ["Ada"], exclude: false } as const;
    const both = withMore(withMore(bare, range), values);
    expect(both.more).toEqual([range, values]);
    expect(hasChosen(both)).toBe(true);
    expect(withMore(both, { ...range, from: "20" }).more).toEqual([values, { ...range, from: "20" }]);
    expect(withMore(both, { ...values, exclude: true }).more).toHaveLength(3);
    expect(withMore(both, { ...values, values: [] }).more).toEqual([range]);
    expect(withoutMore(both, range).more).toEqual([values]);
  });
});
