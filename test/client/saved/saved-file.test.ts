import fc from "fast-check";
import { expect, test } from "vitest";
import { nothingSaved, readSaved, type SavedViews, writeSaved } from "../../../client/saved/saved-file.ts";
import { merged, withName, withoutSaved, withSaved, withStart } from "../../../client/saved/saved-views.ts";

const view = fc.record({
  name: fc
    .string({ minLength: 1, maxLength: 80, unit: "grapheme" })
    .filter((one) => one.trim() === one && one.length <= 80),
  search: fc.string(),
});
const anySaved = fc
  .uniqueArray(view, { selector: ({ name }) => name })
  .chain((views) =>
    fc.record({
      views: fc.constant(views),
      start: fc.option(fc.constantFrom(...views.map(({ name }) => name), ""), { nil: undefined }),
    }),
  )
  .map(
    ({ views, start }): SavedViews => ({ views, start: views.some(({ name }) => name === start) ? start : undefined }),
  );

test("Saved views come back from a file as they were", () => {
  fc.assert(
    fc.property(anySaved, (saved) => {
      expect(readSaved(writeSaved(saved))).toEqual(saved);
    }),
  );
});

test("Anything else is no file of views", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(readSaved(text)).toBeUndefined();
    }),
  );
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(readSaved(text)).toBeUndefined();
    }),
  );
  expect(readSaved('{"earshot":"views","version":2,"views":[]}')).toBeUndefined();
  expect(readSaved('{"earshot":"views","version":1,"views":[{"name":"","search":""}]}')).toBeUndefined();
});

test("Of two views with one name the first counts, and a start view that is not there is none", () => {
  const text = JSON.stringify({
    earshot: "views",
    version: 1,
    views: [
      { name: "a", search: "?v=1" },
      { name: "a", search: "?v=1&range=1d" },
    ],
    start: "b",
  });
  expect(readSaved(text)).toEqual({ views: [{ name: "a", search: "?v=1" }], start: undefined });
});

test("Importing loses nothing: what was there stays, what is new comes in, and a second time changes nothing", () => {
  fc.assert(
    fc.property(anySaved, anySaved, (saved, file) => {
      const once = merged(saved, file).saved;
      expect(once.views.slice(0, saved.views.length)).toEqual(saved.views);
      expect(once.start).toBe(saved.start);
      const searches = once.views.map(({ search }) => search);
      for (const { search } of file.views) expect(searches).toContain(search);
      expect(new Set(once.views.map(({ name }) => name)).size).toBe(once.views.length);
    }),
  );
});

test("A start view follows its name and goes with its view", () => {
  const saved = withStart(withSaved(nothingSaved, { name: "a", search: "?v=1" }), "a");
  expect(withName(saved, "a", "b")).toEqual({ views: [{ name: "b", search: "?v=1" }], start: "b" });
  expect(withoutSaved(saved, "a")).toEqual(nothingSaved);
  expect(withStart(saved, "a").start).toBeUndefined();
});
