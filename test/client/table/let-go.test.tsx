import type { QueryClient } from "@tanstack/react-query";
import { act, renderHook, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type HeldPages, type RowPage, rowPages } from "../../../client/insights/pages.ts";
import { useRows } from "../../../client/table/use-rows.ts";
import type { InsightsQueryRequest } from "../../../contract/query.ts";
import { type FakeUpstream, startFakeUpstream } from "../../support/servers/fake-upstream.ts";
import { page } from "../../support/servers/replies.ts";
import { servePageFrom } from "../insights/pages-base.ts";
import { queries } from "../insights/queries.tsx";

const request: InsightsQueryRequest = { query: { dimensions: ["Id"] } };
const size = 1000;
const last = 7;

let server: FakeUpstream;

/** Seven pages of a thousand rows, whose tokens are their numbers. */
beforeEach(async () => {
  server = await startFakeUpstream();
  servePageFrom(server.url);
  server.reply((response, received) => {
    const number = Number(new URL(received.path, "http://x").searchParams.get("pageToken") ?? 1);
    const items = Array.from({ length: size }, (_, i) => ({ Id: `${(number - 1) * size + i}` }));
    return page(items, number < last ? String(number + 1) : undefined)(response, received);
  });
});

afterEach(async () => {
  servePageFrom(undefined);
  await server.close();
});

function heldBy(client: QueryClient): readonly RowPage[] {
  return client.getQueryData<HeldPages>(rowPages(request, 1).queryKey)?.pages ?? [];
}

test("pages that are let go of have no rows any more, those held have theirs, and the former come back", async () => {
  const { client, wrapper } = queries();
  const { result } = renderHook(() => useRows(request, 1), { wrapper });
  const seen = new Set<RowPage>();
  const readTo = async (place: number) => {
    act(() => result.current.reach({ from: place - 10, to: place }));
    await waitFor(() => expect(result.current.index.at(place - 1)).toEqual({ Id: `${place - 1}` }));
    for (const one of heldBy(client)) seen.add(one);
  };
  await waitFor(() => expect(result.current.count).toBe(size));
  for (let place = size; place <= last * size; place += size) await readTo(place);
  const held = heldBy(client);
  expect(seen.size).toBe(last);
  expect(held.length).toBeLessThan(last);
  for (const one of seen) expect(one.items.length).toBe(held.includes(one) ? size : 0);
  await readTo(500);
  for (const one of seen) expect(one.items.length).toBe(heldBy(client).includes(one) ? size : 0);
});
