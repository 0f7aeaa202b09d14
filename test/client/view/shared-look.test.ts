import fc from "fast-check";
import { expect, test } from "vitest";
import { densities, type Look, lookSchema, readLook, usualLook, withLook } from "../../../client/view/shared-look.ts";
import { formatView, parseView } from "../../../client/view/url.ts";
import { defaultView } from "../../../client/view/view.ts";

const fields = fc.string({ minLength: 1, maxLength: 12, unit: "grapheme" }).filter((text) => text !== "__proto__");
const looks: fc.Arbitrary<Look> = fc.record({
  widths: fc.dictionary(fields, fc.integer({ min: 64, max: 1200 }), { noNullPrototype: true }),
  pinned: fc.uniqueArray(fields),
  density: fc.constantFrom(...densities),
});

test("a link carries the whole look and leaves the view as it is", () => {
  fc.assert(
    fc.property(looks, fc.boolean(), (look, isBare) => {
      const search = isBare ? "" : formatView({ ...defaultView("UTC"), sort: { field: "a", direction: "ASC" } }, "UTC");
      const written = withLook(search, look);
      const isUsual = look.pinned.length === 0 && Object.keys(look.widths).length === 0 && look.density === "normal";
      expect(readLook(written)).toEqual(isUsual ? undefined : look);
      const { view, notes } = parseView(written, "UTC");
      expect(notes).toEqual([]);
      expect(formatView(view, "UTC")).toBe(search);
    }),
  );
});

test("what is wrong in an address is left out", () => {
  expect(readLook("?width=A:20&width=B:2000&width=C:x&width=:90&width=D:90&density=tiny&pin=&pin=A&pin=A")).toEqual({
    widths: { D: 90 },
    pinned: ["A"],
    density: "normal",
  });
  expect(readLook("?v=1&tz=UTC")).toBeUndefined();
});

test("the usual look is one that may be kept", () => {
  expect(lookSchema.parse(usualLook)).toEqual(usualLook);
});
