import { renderHook, waitFor } from "@testing-library/react";
import { afterAll, beforeAll, expect, test } from "vitest";
import { useRefusedSorts } from "../../../client/table/refused-sorts.ts";
import { useRows } from "../../../client/table/use-rows.ts";
import { useSortRefusal } from "../../../client/table/use-sort-refusal.ts";
import type { Sort } from "../../../client/view/view.ts";
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

type Filter = { field: string; value: string };

function requestOf({ field, value }: Filter, sort?: Sort): InsightsQueryRequest {
  return {
    query: {
      dimensions: ["Id", "Channels", "Languages", "Status"],
      filters: [{ op: "AND", expressions: [{ op: "IN", field, values: [value] }] }],
      orderBy: [...(sort ? [sort] : []), { field: "Id", direction: "ASC" }],
    },
  };
}

const by = (field: string): Sort => ({ field, direction: "DESC" });

/** Rows as the dashboard has them; `seen` is what every drawing showed. */
function show(filter: Filter, first?: Sort) {
  const seen: { count: number; isFirstLoad: boolean; failed: boolean }[] = [];
  const { wrapper } = queries();
  const hook = renderHook(
    ({ sort }: { sort: Sort | undefined }) => {
      const rows = useSortRefusal(
        useRows(requestOf(filter, sort), 1),
        sort,
        { request: requestOf(filter), bounds: undefined },
        1,
      );
      seen.push({ count: rows.count, isFirstLoad: rows.isFirstLoad, failed: rows.error !== null });
      return { rows, refused: useRefusedSorts() };
    },
    { wrapper, initialProps: { sort: first } },
  );
  return { ...hook, seen };
}

const arrays = { field: "Status", value: "fault:order" };

test("a column that Twilio refuses to sort by is remembered, and the rows stay", async () => {
  const { result, rerender, seen } = show(arrays);
  await waitFor(() => expect(result.current.rows.count).toBeGreaterThan(0));
  const first = result.current.rows.index.at(0);
  const { refused } = result.current;
  seen.length = 0;
  rerender({ sort: by("Channels") });
  await waitFor(() => expect(result.current.refused).toEqual(new Set([...refused, "Channels"])));
  // As the dashboard does with a field that is known.
  rerender({ sort: undefined });
  expect(result.current.rows).toMatchObject({ isUpdating: false, error: null });
  expect(result.current.rows.index.at(0)).toEqual(first);
  expect(seen.filter(({ count, failed }) => count === 0 || failed)).toEqual([]);
});

test("a link with such a sort shows neither a failure nor an empty list before it is known", async () => {
  const { result, rerender, seen } = show(arrays, by("Languages"));
  const { refused } = result.current;
  await waitFor(() => expect(result.current.refused).toEqual(new Set([...refused, "Languages"])));
  rerender({ sort: undefined });
  await waitFor(() => expect(result.current.rows.count).toBeGreaterThan(0));
  expect(seen.filter(({ count, failed, isFirstLoad }) => failed || (count === 0 && !isFirstLoad))).toEqual([]);
});

test("columns that Twilio sorts by are sorted by it", async () => {
  const { result } = show(arrays, by("Status"));
  await waitFor(() => expect(result.current.rows.count).toBeGreaterThan(0));
  expect(result.current.refused).not.toContain("Status");
});

test("a query that is refused in any order, or fails otherwise, says so and blames no column", async () => {
  for (const filter of [
    { field: "Nothing", value: "x" },
    { field: "Status", value: "fault:500" },
  ]) {
    const { result } = show(filter, by("Status"));
    await waitFor(() => expect(result.current.rows.error).not.toBeNull());
    expect(result.current.rows.isFirstLoad).toBe(false);
    expect(result.current.refused).not.toContain("Status");
  }
});
