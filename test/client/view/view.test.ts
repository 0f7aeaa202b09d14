import { describe, expect, test } from "vitest";
import { withChosen } from "../../../client/view/choose.ts";
import { defaultView, withColumns, withRange, withSort, withZone } from "../../../client/view/view.ts";

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
});
