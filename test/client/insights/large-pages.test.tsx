import { act, renderHook, waitFor } from "@testing-library/react";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fetchAllPages } from "../../../client/api/all-pages.ts";
import type { RowBounds } from "../../../client/rows/row-bounds.ts";
import { Trail } from "../../../client/rows/trail.ts";
import { useRows } from "../../../client/rows/use-rows.ts";
import { walkTo } from "../../../client/rows/walk-to.ts";
import { earshotCodes } from "../../../contract/problem.ts";
import { type InsightsQueryRequest, insightsQueryRequestSchema } from "../../../contract/query.ts";
import { long } from "../../support/long.ts";
import { json, page } from "../../support/servers/replies.ts";
import { serveFakeUpstream } from "./pages-base.ts";
import { queries } from "./queries.tsx";

const server = serveFakeUpstream();

const begin = Date.parse("2026-11-01T00:00Z");
/** Three rows share each second. */
const timeOf = (row: number) => new Date(begin + Math.floor(row / 3) * 1000).toISOString();
const bounds: RowBounds = {
  time: { field: "T", label: "Created", cube: "C", how: "words" as const, shown: "T", grains: {} },
  known: new Map(),
  window: { from: begin, to: begin + 3_600_000 },
  zone: "UTC",
};
const dimensions = ["Id", "T", "Note"];
const byTime = { query: { dimensions, orderBy: [{ field: "T", direction: "DESC" as const }] } };
const byId = { query: { dimensions, orderBy: [{ field: "Id", direction: "DESC" as const }] } };

const tooLarge = json(
  { code: earshotCodes.upstreamTooLarge, message: "Large", httpStatusCode: 502, source: "earshot" },
  502,
);

type Place = { at: number; size: number };

function placeOf(received: { path: string; body: string }): Place {
  const params = new URL(received.path, "http://x").searchParams;
  const [at, size] = (params.get("pageToken") ?? "").split("-").map(Number);
  if (at !== undefined && size !== undefined) return { at, size };
  const { query } = insightsQueryRequestSchema.parse(JSON.parse(received.body));
  const before = query.filters?.flatMap(({ expressions }) => expressions[0]?.values ?? []).at(0);
  const [rows, isOlder] = [everyRow, (row: number) => before === undefined || timeOf(row) < before];
  return { at: rows.findIndex(isOlder), size: Number(params.get("pageSize")) };
}

let everyRow: number[] = [];

/** Serves so many rows, the newest first, in pages that carry their size; a page may hold so much and no more. */
function serve(count: number, weightOf: (row: number) => number, most = 100): Place[] {
  const asked: Place[] = [];
  everyRow = Array.from({ length: count }, (_, i) => count - 1 - i);
  server.reply((response, received) => {
    const place = placeOf(received);
    asked.push(place);
    const rows = place.at < 0 ? [] : everyRow.slice(place.at, place.at + place.size);
    if (rows.reduce((sum, row) => sum + weightOf(row), 0) > most) return tooLarge(response, received);
    const end = place.at + place.size;
    // What has no value is left out, as some accounts do: a small page may have none at all.
    const items = rows.map((row) => ({ Id: `c${row}`, T: timeOf(row), ...(row % 40 === 0 ? { Note: "n" } : {}) }));
    return page(items, end < count ? `${end}-${place.size}` : undefined)(response, received);
  });
  return asked;
}

async function walked(request: InsightsQueryRequest, count: number) {
  const ids: unknown[] = [];
  const trail = new Trail();
  for (let place = 0; place < count; place += 1000) {
    const list = { request, bounds, size: 100 };
    const held = await walkTo(list, trail, { place: Math.min(place + 999, count - 1) }, new AbortController().signal);
    for (const one of held.pages) for (const [i, { Id }] of one.items.entries()) ids[one.start + i] = Id;
  }
  return { ids, trail };
}

function show(request: InsightsQueryRequest) {
  return renderHook(() => useRows(request, 1, bounds), { wrapper: queries().wrapper });
}

describe("where a later page is too large for its size", () => {
  test("every row comes all the same, in its place and once, wherever the large ones stand", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 900 }),
        fc.array(fc.record({ row: fc.nat(899), weight: fc.integer({ min: 5, max: 60 }) }), { maxLength: 12 }),
        async (count, large) => {
          // The first page is the server's to make smaller.
          const weights = new Map(large.filter(({ row }) => row < count - 100).map((one) => [one.row, one.weight]));
          serve(count, (row) => weights.get(row) ?? 0);
          const { ids, trail } = await walked(byTime, count);
          expect(ids).toEqual(everyRow.map((row) => `c${row}`));
          expect(trail.leftOut.repeated).toBe(0);
        },
      ),
      { numRuns: long(15, 200) },
    );
  });

  test("smaller ones are asked for behind the last row's time, and larger ones again behind the large rows", async () => {
    const asked = serve(900, (row) => (row >= 560 && row < 600 ? 9 : 0));
    await walked(byTime, 900);
    const sizes = asked.map(({ size }) => size);
    expect(sizes.slice(0, 5)).toEqual([100, 100, 100, 100, 10]);
    expect(sizes.slice(-3)).toEqual([100, 100, 100]);
    expect(asked.length).toBeLessThan(30);
  });

  test("the table goes on by itself, and what is loaded stays where it is", async () => {
    serve(300, (row) => (row < 150 ? 9 : 0));
    const { result } = show(byTime);
    await waitFor(() => expect(result.current.count).toBe(100));
    await act(async () => result.current.reach({ from: 80, to: 130 }));
    await waitFor(() => expect(result.current.count).toBeGreaterThanOrEqual(130));
    await act(async () => result.current.reach({ from: 180, to: 200 }));
    await waitFor(() => expect(result.current.count).toBeGreaterThanOrEqual(200));
    expect(result.current.index.slice(0, 200)).toMatchObject(everyRow.slice(0, 200).map((row) => ({ Id: `c${row}` })));
    expect(result.current.loadMoreError).toBeNull();
    expect(result.current.leftOut.repeated).toBe(0);
  });

  test("a list that is not by time is read again in smaller ones, and one stands where one stood", async () => {
    serve(300, (row) => (row < 150 ? 9 : 0));
    const { result } = show(byId);
    await waitFor(() => expect(result.current.count).toBe(100));
    await act(async () => result.current.reach({ from: 80, to: 130 }));
    await waitFor(() => expect(result.current.found).toMatchObject({ why: "large", place: 80 }));
    await waitFor(() => expect(result.current.count).toBeGreaterThanOrEqual(130));
    expect(result.current.index.slice(0, 130)).toMatchObject(everyRow.slice(0, 130).map((row) => ({ Id: `c${row}` })));
    expect(result.current.loadMoreError).toBeNull();
  });

  test("a row that is too large alone is told; what is loaded stays, and no more is asked for", async () => {
    const asked = serve(300, (row) => (row === 150 ? 101 : 0));
    const { result } = show(byTime);
    await waitFor(() => expect(result.current.count).toBe(100));
    await act(async () => result.current.reach({ from: 80, to: 160 }));
    await waitFor(() => expect(result.current.loadMoreError).not.toBeNull());
    const { length } = asked;
    await act(async () => result.current.reach({ from: 81, to: 161 }));
    expect(asked).toHaveLength(length);
    expect(result.current.count).toBe(149);
  });

  test("a whole aggregate is read again in smaller ones, and the first rows of a long one as far as before", async () => {
    serve(2500, (row) => (row < 1500 ? 1 : 0));
    const { signal } = new AbortController();
    expect((await fetchAllPages(byId, signal)).rows).toHaveLength(2500);
    serve(3500, (row) => (row < 2500 ? 1 : 0), 500);
    const { rows, cut } = await fetchAllPages(byId, signal, { mostPages: 2 });
    expect({ rows: rows.length, cut }).toEqual({ rows: 2000, cut: true });
  });
});
