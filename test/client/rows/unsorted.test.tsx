import { renderHook, waitFor } from "@testing-library/react";
import { afterAll, beforeAll, expect, test } from "vitest";
import { useNoteUnsorted, useUnsorted } from "../../../client/rows/unsorted.ts";
import { useRows } from "../../../client/rows/use-rows.ts";
import type { Sort } from "../../../client/view/view.ts";
import { totalOrder } from "../../../contract/order.ts";
import type { InsightsQueryRequest } from "../../../contract/query.ts";
import type { StandIn } from "../../../server/stand-in/options.ts";
import { startStandIn } from "../../../server/stand-in/start.ts";
import { type RunningProxy, startBefore } from "../../support/servers/proxy.ts";
import { servePageFrom } from "../insights/pages-base.ts";
import { queries } from "../insights/queries.tsx";

let standIn: StandIn;
let proxy: RunningProxy;

beforeAll(async () => {
  standIn = await startStandIn({ conversations: 60, faults: true });
  proxy = await startBefore(standIn);
  servePageFrom(proxy.url);
});

afterAll(async () => {
  servePageFrom(undefined);
  await proxy.close();
  await standIn.close();
});

type Filter = { field: string; value: string; op?: "IN" | "NE" };

function requestOf({ field, value, op = "IN" }: Filter, sort: Sort | undefined): InsightsQueryRequest {
  return totalOrder({
    query: {
      dimensions: ["Id", "Channels", "Languages", "Status"],
      filters: [{ op: "AND", expressions: [{ op, field, values: [value] }] }],
      orderBy: [...(sort ? [sort] : []), { field: "Id", direction: "ASC" }],
    },
  });
}

const by = (field: string): Sort => ({ field, direction: "DESC" });

/** Rows as the dashboard has them; `seen` is what every drawing showed. */
function show(filter: Filter, first?: Sort) {
  const seen: { count: number; isFirstLoad: boolean; failed: boolean }[] = [];
  const { wrapper } = queries();
  const hook = renderHook(
    ({ sort }: { sort: Sort | undefined }) => {
      const request = requestOf(filter, sort);
      const rows = useRows(request, 1);
      useNoteUnsorted(rows, request);
      seen.push({ count: rows.count, isFirstLoad: rows.isFirstLoad, failed: rows.error !== null });
      return { rows, unsorted: useUnsorted() };
    },
    { wrapper, initialProps: { sort: first } },
  );
  return { ...hook, seen };
}

/** Of an excluded value, since no row has it. */
const arrays = { field: "Status", value: "fault:order", op: "NE" as const };

test("columns that Twilio sorts by are sorted by it", async () => {
  const { result } = show({ field: "Status", value: "closed" }, by("Status"));
  await waitFor(() => expect(result.current.rows.count).toBeGreaterThan(0));
  expect(result.current.unsorted).not.toContain("Status");
});

test("a column that Twilio refuses to sort by is remembered, and rows stay in sight", async () => {
  const { result, rerender, seen } = show(arrays);
  await waitFor(() => expect(result.current.rows.count).toBeGreaterThan(0));
  const first = result.current.rows.index.at(0);
  const { unsorted } = result.current;
  seen.length = 0;
  rerender({ sort: by("Channels") });
  await waitFor(() => expect(result.current.unsorted).toEqual(new Set([...unsorted, "Channels"])));
  // As the dashboard does with a field that is known.
  rerender({ sort: undefined });
  await waitFor(() => expect(result.current.rows).toMatchObject({ isUpdating: false, error: null }));
  expect(result.current.rows.index.at(0)).toEqual(first);
  expect(seen.filter(({ count, failed }) => count === 0 || failed)).toEqual([]);
});

test("a link with such a sort shows neither a failure nor an empty list before it is known", async () => {
  const { result, rerender, seen } = show(arrays, by("Languages"));
  await waitFor(() => expect(result.current.unsorted).toContain("Languages"));
  rerender({ sort: undefined });
  await waitFor(() => expect(result.current.rows.count).toBeGreaterThan(0));
  expect(seen.filter(({ count, failed, isFirstLoad }) => failed || (count === 0 && !isFirstLoad))).toEqual([]);
});

test("a query that fails says so and blames no column", async () => {
  const { result } = show({ field: "Status", value: "fault:403" }, by("Status"));
  await waitFor(() => expect(result.current.rows.error).not.toBeNull());
  expect(result.current.rows.isFirstLoad).toBe(false);
  expect(result.current.unsorted).not.toContain("Status");
});
