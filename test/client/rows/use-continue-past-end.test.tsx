import { act, renderHook, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import type { RowBounds } from "../../../client/rows/row-bounds.ts";
import { useContinuePastEnd } from "../../../client/rows/use-continue-past-end.ts";
import { useRows } from "../../../client/rows/use-rows.ts";
import { insightsQueryRequestSchema } from "../../../contract/query.ts";
import { page } from "../../support/servers/replies.ts";
import { serveFakeUpstream } from "../insights/pages-base.ts";
import { queries } from "../insights/queries.tsx";

const server = serveFakeUpstream();
const begin = Date.parse("2026-11-01T00:00Z");
const at = (second: number) => new Date(begin + second * 1000).toISOString();
const bounds: RowBounds = {
  time: { field: "T", label: "Created", cube: "C", how: "words" as const, shown: "T", grains: {} },
  known: new Map(),
  window: { from: begin, to: begin + 3_600_000 },
  zone: "UTC",
};
const request = {
  query: { dimensions: ["Id", "T"], orderBy: [{ field: "T", direction: "DESC" as const }] },
};

/** Sends ten rows of a query, and no token. Of thirty conversations, newest first. */
function serveTen(): void {
  server.reply((response, received) => {
    const { query } = insightsQueryRequestSchema.parse(JSON.parse(received.body));
    const [before = at(30)] = query.filters?.flatMap(({ expressions }) => expressions[0]?.values ?? []) ?? [];
    const all = Array.from({ length: 30 }, (_, i) => ({ Id: `c${29 - i}`, T: at(29 - i) }));
    return page(all.filter(({ T }) => T < before).slice(0, 10))(response, received);
  });
}

function show(counted: number | undefined) {
  const { wrapper } = queries();
  return renderHook(
    () => {
      const rows = useRows(request, 1, bounds);
      useContinuePastEnd(rows, counted);
      return rows;
    },
    { wrapper },
  );
}

test("a list that ends before the count is asked on until the count is reached, each row once", async () => {
  serveTen();
  const { result } = show(30);
  await waitFor(() => expect(result.current.count).toBe(10));
  // What is not in sight is not asked for.
  expect(server.received).toHaveLength(1);
  await act(async () => result.current.reach({ from: 0, to: 10 }));
  await waitFor(() => expect(result.current.count).toBeGreaterThan(10));
  await act(async () => result.current.reach({ from: 10, to: 30 }));
  await waitFor(() => expect(result.current).toMatchObject({ count: 30, ended: true }));
  expect(result.current.index.slice(0, 30).map(({ Id }) => Id)).toEqual(
    Array.from({ length: 30 }, (_, i) => `c${29 - i}`),
  );
  // It asks for the last row's second again on purpose: that is nothing to tell.
  expect(result.current.leftOut.repeated).toBe(0);
});

test("a list that is shorter for good is asked on once, and ends", async () => {
  server.reply(page([{ Id: "a", T: at(1) }]));
  const { result } = show(2);
  await waitFor(() => expect(result.current.count).toBe(1));
  await act(async () => result.current.reach({ from: 0, to: 1 }));
  await waitFor(() => expect(result.current).toMatchObject({ ended: true, continuePastEnd: undefined }));
  expect(server.received).toHaveLength(2);
});

test("a list of as many rows as are counted, or of which nothing is counted, is not asked on", async () => {
  server.reply(page([{ Id: "a", T: at(1) }]));
  for (const counted of [1, undefined]) {
    const { result } = show(counted);
    await waitFor(() => expect(result.current.count).toBe(1));
    await act(async () => result.current.reach({ from: 0, to: 1 }));
    expect(result.current.ended).toBe(true);
  }
  expect(server.received).toHaveLength(2);
});
