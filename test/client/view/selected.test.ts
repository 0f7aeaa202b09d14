import fc from "fast-check";
import { expect, test } from "vitest";
import { availableColumns, shownColumns } from "../../../client/view/columns.ts";
import { tableRequest } from "../../../client/view/compile.ts";
import { selectedRequest } from "../../../client/view/selected.ts";
import { findFields } from "../../../contract/fields.ts";
import { insightsQueryRequestSchema } from "../../../contract/query.ts";
import { mostSelected, selectedIds } from "../../../contract/selection.ts";
import { classic, layered, reference } from "../../contract/samples.ts";
import { anyText, anyView } from "./views.ts";

const window = { from: Date.parse("2026-11-01T00:00:00Z"), to: Date.parse("2026-11-08T00:00:00Z") };
const anyIds = fc.uniqueArray(anyText, { minLength: 1, maxLength: 20 });

test("the query of a selection is the view's own with one IN leaf more, in the same AND group", () => {
  fc.assert(
    fc.property(anyView, fc.constantFrom(reference, classic, layered), anyIds, (view, metadata, ids) => {
      const fields = findFields(metadata);
      const { id } = fields.roles;
      if (!id) throw new Error("The sample has no id.");
      const whole = tableRequest(view, fields, shownColumns(view, availableColumns(metadata, fields), fields), window);
      const own = selectedRequest(whole, id, ids);
      expect(insightsQueryRequestSchema.parse(own)).toEqual(own);
      expect({ ...own, query: { ...own.query, filters: whole.query.filters } }).toEqual(whole);
      expect(own.query.filters).toHaveLength(1);
      const [leaves, before] = [own, whole].map(({ query }) => query.filters?.[0]?.expressions);
      expect(own.query.filters?.[0]?.op).toBe("AND");
      const leaf = { op: "IN", field: id.field, values: ids.toSorted() };
      // A filter of the view may happen to be the very same.
      const isThere = before?.some((one) => JSON.stringify(one) === JSON.stringify(leaf));
      expect(leaves).toEqual(isThere ? before : [...(before ?? []), leaf]);
      expect(new Set(selectedIds(own, id.field))).toEqual(new Set(ids));
    }),
  );
});

test("a view without any filter gets its group", () => {
  const id = { field: "Id", label: "Id", cube: "Conversation", how: "words" } as const;
  expect(selectedRequest({ query: { dimensions: ["Id"] } }, id, new Set(["b", "a"])).query.filters).toEqual([
    { op: "AND", expressions: [{ op: "IN", field: "Id", values: ["a", "b"] }] },
  ]);
});

test("as many as can be selected take a fifth of what the server reads of a body", () => {
  const ids = Array.from({ length: mostSelected }, (_, i) => `conv_conversation_${String(i).padStart(26, "0")}`);
  expect(ids[0]).toHaveLength(44);
  const id = { field: "Id", label: "Id", cube: "C", how: "words" } as const;
  const request = selectedRequest({ query: { dimensions: ["Id"] } }, id, ids);
  expect(JSON.stringify(request).length).toBeLessThan((256 * 1024) / 5);
});
