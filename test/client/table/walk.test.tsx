import { act, renderHook, waitFor } from "@testing-library/react";
import { beforeEach, expect, test } from "vitest";
import { type HeldPages, type RowPage, rowPages } from "../../../client/rows/pages.ts";
import { useRows } from "../../../client/rows/use-rows.ts";
import type { InsightsQueryRequest } from "../../../contract/query.ts";
import type { Reply } from "../../support/servers/fake-upstream.ts";
import { hang, page } from "../../support/servers/replies.ts";
import { serveFakeUpstream } from "../insights/pages-base.ts";
import { queries } from "../insights/queries.tsx";

const request: InsightsQueryRequest = { query: { dimensions: ["Id"] } };
const size = 1000;

const server = serveFakeUpstream();
/** Whether tokens that were asked for before are answered again. */
let answersAgain: boolean;

/** Ten pages of a thousand rows, whose tokens are their numbers. */
function list(): Reply {
  const asked = new Set<number>();
  return (response, received) => {
    const number = Number(new URL(received.path, "http://x").searchParams.get("pageToken") ?? 1);
    if (number > 1 && asked.has(number) && !answersAgain) return hang(response, received);
    asked.add(number);
    const items = Array.from({ length: size }, (_, i) => ({ Id: `${(number - 1) * size + i}` }));
    return page(items, number < 10 ? String(number + 1) : undefined)(response, received);
  };
}

beforeEach(() => {
  answersAgain = false;
  server.reply(list());
});

/** Rows that were read to their end, so that the former ones are let go of; and every page that was held meanwhile. */
async function readAll() {
  const { client, wrapper } = queries();
  const { queryKey } = rowPages(request, 1);
  const held = () => client.getQueryData<HeldPages>(queryKey)?.pages ?? [];
  const seen = new Set<RowPage>();
  const hook = renderHook(({ pinId }) => useRows(request, pinId), { wrapper, initialProps: { pinId: 1 } });
  const { result } = hook;
  await waitFor(() => expect(result.current.count).toBe(size));
  for (let place = size; place <= 10 * size; place += size) {
    act(() => result.current.reach({ from: place - 10, to: place }));
    await waitFor(() => expect(result.current.index.at(place - 1)).toEqual({ Id: `${place - 1}` }));
    for (const one of held()) seen.add(one);
  }
  return { ...hook, seen, held };
}

test("a walk that another list cut off is taken up again when its list is back", async () => {
  const { result, rerender } = await readAll();
  act(() => result.current.reach({ from: 2500, to: 2510 }));
  await waitFor(() => expect(result.current.isLoadingMore).toBe(true));
  rerender({ pinId: 2 });
  await waitFor(() => expect(result.current.isUpdating).toBe(false));
  answersAgain = true;
  rerender({ pinId: 1 });
  act(() => result.current.reach({ from: 2500, to: 2510 }));
  await waitFor(() => expect(result.current.index.at(2505)).toEqual({ Id: "2505" }));
  expect(result.current.isLoadingMore).toBe(false);
});

test("a row that is found ends the way to other rows, and the list goes on from it", async () => {
  const { result } = await readAll();
  act(() => result.current.reach({ from: 2500, to: 2510 }));
  await waitFor(() => expect(result.current.isLoadingMore).toBe(true));
  answersAgain = true;
  act(() => result.current.finder.find(({ Id }) => Id === "4321"));
  await waitFor(() => expect(result.current.finder.search).toEqual({ kind: "found", place: 4321 }));
  expect(result.current.index.at(4321)).toEqual({ Id: "4321" });
  expect(result.current.isLoadingMore).toBe(false);
  act(() => result.current.reach({ from: 4995, to: 5005 }));
  await waitFor(() => expect(result.current.index.at(5004)).toEqual({ Id: "5004" }));
});

test("pages that are let go of have no rows any more, those that are held have theirs", async () => {
  const { result, seen, held } = await readAll();
  expect(seen.size).toBe(10);
  expect(held().length).toBeLessThan(10);
  for (const one of seen) expect(one.items.length).toBe(held().includes(one) ? size : 0);
  answersAgain = true;
  act(() => result.current.reach({ from: 490, to: 500 }));
  await waitFor(() => expect(result.current.index.at(499)).toEqual({ Id: "499" }));
  for (const one of seen) expect(one.items.length).toBe(held().includes(one) ? size : 0);
});
