import fc from "fast-check";
import { expect, test } from "vitest";
import type { Listed, Shown } from "../../../../server/dialect/clocks/listed.ts";
import { findOffset } from "../../../../server/dialect/clocks/offset-search.ts";
import { likelyZones, offsetsShowing } from "../../../../server/dialect/time/likely-zones.ts";

const hour = 3_600_000;
const day = 24 * hour;
const start = Date.parse("2026-11-02T00:00:00Z");
const offsets = offsetsShowing(likelyZones, start);
const pageRows = 50;
const nobody: Shown = { id: "", wallMs: 0 };

/** An account whose cells are ahead of its filter, which lists the newest first, at most 50 on a page. */
function account(rows: readonly Shown[], offset: number) {
  return ({ from, to }: { from: number; to: number }): Promise<Listed> => {
    const all = rows.filter(({ wallMs }) => wallMs - offset > from && wallMs - offset < to);
    const page = all.toSorted((a, b) => b.wallMs - a.wallMs).slice(0, pageRows);
    return Promise.resolve({ rows: page, isWhole: page.length === all.length });
  };
}

function search(known: readonly Shown[], row: Shown, ask: ReturnType<typeof account>, guesses: number[] = []) {
  const calls = { left: 6 };
  const found = findOffset({ row, others: known, offsets, guesses, step: 1000, calls, ask });
  return found.then((offset) => ({ offset, made: 6 - calls.left }));
}

const walls = fc.uniqueArray(fc.integer({ min: 0, max: 7 * day }), { minLength: 1, maxLength: 60 });
const someOffset = fc.constantFrom(...offsets);

test("no offset is found that is not the account's, whatever comes and goes meanwhile", async () => {
  await fc.assert(
    fc.asyncProperty(walls, someOffset, walls, fc.nat(), async (times, offset, arriving, gone) => {
      const known = times.map((ms, place) => ({ id: `k${place}`, wallMs: start + ms }));
      const fresh = arriving.map((ms, place) => ({ id: `n${place}`, wallMs: start + ms }));
      const [row = nobody] = known;
      const left = [...known.filter((_, place) => place !== gone % (2 * known.length)), ...fresh];
      const { offset: found } = await search(known, row, account(left, offset));
      expect([offset, undefined]).toContain(found);
    }),
  );
});

test.each([
  ["ten minutes", 1 / 6, 3],
  ["an hour", 1, 4],
  ["two hours", 2, 4],
])("a conversation every %s is enough to find it in so many calls", async (_, hours, most) => {
  // Not quite even, as no account is.
  const known = Array.from({ length: 60 }, (_, place) => {
    return { id: `${place}`, wallMs: start + Math.round((place + 0.4 * Math.sin(place * place)) * hours * hour) };
  });
  const found: Awaited<ReturnType<typeof search>>[] = [];
  for (const offset of offsets) found.push(await search(known, known[20] ?? nobody, account(known, offset)));
  expect(found.map(({ offset }) => offset)).toEqual(offsets);
  expect(Math.max(...found.map(({ made }) => made))).toBeLessThanOrEqual(most);
});

test("a guess that is right takes one call, and a filter that is ignored proves nothing", async () => {
  const known = Array.from({ length: 20 }, (_, place) => ({ id: `${place}`, wallMs: start + place * hour }));
  const row = known[5] ?? nobody;
  expect(await search(known, row, account(known, 2 * hour), [2 * hour])).toEqual({ offset: 2 * hour, made: 1 });
  const all = () => Promise.resolve({ rows: known, isWhole: true });
  expect(await search(known, row, all, [2 * hour])).toMatchObject({ offset: undefined });
});
