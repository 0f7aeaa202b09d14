import { expect, it, vi } from "vitest";
import { valueFilter } from "../../../../client/charts/explore/value-filter.ts";
import type { ViewColumn } from "../../../../client/view/columns.ts";
import { defaultView, nothingChosen, type View } from "../../../../client/view/view.ts";
import type { FieldRoles } from "../../../../contract/fields.ts";

const roles = { channel: { field: "Channels", label: "Channels", cube: "Cube", how: "words" } } as const;
const fields: FieldRoles = { cube: "Cube", roles, missing: [], badOverrides: [], grains: new Map() };
const column = (field: string, kind: ViewColumn["kind"]): ViewColumn => ({ field, label: field, kind, sortable: true });
const columns = [column("Channels", "channel"), column("Agent", "text"), column("Wait", "number")];

function filterOn(dimension: string, over: Partial<View> = {}) {
  const onView = vi.fn<(view: View) => void>();
  const view = { ...defaultView("UTC"), ...over };
  return { filter: valueFilter(dimension, { view, onView, columns, fields }), onView };
}

it("chooses by a role in its own filter, and takes all spellings back at once", () => {
  const first = filterOn("Channels");
  first.filter?.onToggle(["voice"]);
  expect(first.onView.mock.lastCall?.[0].chosen.channel).toEqual(["voice"]);
  first.filter?.onExclude(["voice"]);
  expect(first.onView.mock.lastCall?.[0].excluded.channel).toEqual(["voice"]);

  const second = filterOn("Channels", { chosen: { ...nothingChosen, channel: ["voice", "VOICE", "sms"] } });
  second.filter?.onToggle(["voice"]);
  expect(second.onView.mock.lastCall?.[0].chosen.channel).toEqual(["sms"]);
});

it("chooses by any other text field among the further filters, and leaves out there", () => {
  const { filter, onView } = filterOn("Agent", {
    more: [{ kind: "values", field: "Agent", values: ["Ann"], exclude: false }],
  });
  expect(filter?.chosen).toEqual(["Ann"]);
  filter?.onToggle(["Bob"]);
  expect(onView.mock.lastCall?.[0].more).toEqual([
    { kind: "values", field: "Agent", values: ["Ann", "Bob"], exclude: false },
  ]);
  filter?.onExclude(["Ann"]);
  expect(onView.mock.lastCall?.[0].more).toEqual([{ kind: "values", field: "Agent", values: ["Ann"], exclude: true }]);
});

it("has no filter on numbers, and none on what is no column", () => {
  expect(filterOn("Wait").filter).toBeUndefined();
  expect(filterOn("Other.Field").filter).toBeUndefined();
});
