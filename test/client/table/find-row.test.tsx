import { act, renderHook, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { useRows } from "../../../client/rows/use-rows.ts";
import type { Row } from "../../../contract/page.ts";
import type { InsightsQueryRequest } from "../../../contract/query.ts";
import { hang, json, page } from "../../support/servers/replies.ts";
import { serveFakeUpstream } from "../insights/pages-base.ts";
import { queries } from "../insights/queries.tsx";

const request: InsightsQueryRequest = { query: { dimensions: ["Id"] } };
const isIt =
  (id: string) =>
  ({ Id }: Row) =>
    Id === id;

const server = serveFakeUpstream();

/** Rows as the table has them, when the first page is there. */
async function firstPage() {
  const { wrapper } = queries();
  const hook = renderHook(({ pinId }) => useRows(request, pinId), { wrapper, initialProps: { pinId: 1 } });
  await waitFor(() => expect(hook.result.current.index.count).toBe(1));
  const { current } = hook.result;
  expect(current.count).toBe(1);
  return hook;
}

const ids = ({ index }: ReturnType<typeof useRows>) => index.slice(index.first, index.count).map(({ Id }) => Id);

test("the list is read up to a row that was asked for, in large pages, and stands there", async () => {
  server.reply(page([{ Id: "a" }], "t1"), page([{ Id: "a" }], "s1"), page([{ Id: "b" }], "s2"), page([{ Id: "c" }]));
  const { result } = await firstPage();
  act(() => result.current.finder.find(isIt("c")));
  expect(result.current.finder.search).toEqual({ kind: "searching", done: 0 });
  await waitFor(() => expect(result.current.finder.search).toEqual({ kind: "found", place: 2 }));
  expect(ids(result.current)).toEqual(["a", "b", "c"]);
  expect(result.current).toMatchObject({ count: 3, ended: true, loadMoreError: null });
  expect(server.received.map(({ path }) => new URL(path, "http://x").search)).toEqual([
    "?pageSize=100",
    "?pageSize=1000",
    "?pageToken=s1",
    "?pageToken=s2",
  ]);
});

test("a list without the row is read to its end, and what was held stays", async () => {
  server.reply(page([{ Id: "a" }], "t1"), page([{ Id: "a" }], "s1"), page([{ Id: "b" }]));
  const { result } = await firstPage();
  act(() => result.current.finder.find(isIt("nobody")));
  await waitFor(() => expect(result.current.finder.search).toEqual({ kind: "lost" }));
  expect(ids(result.current)).toEqual(["a"]);
  expect(result.current).toMatchObject({ count: 1, ended: false });
});

test("a search that fails says why, and the rows stay", async () => {
  server.reply(
    page([{ Id: "a" }], "t1"),
    json({ code: 1, message: "down", httpStatusCode: 500, source: "twilio" }, 500),
  );
  const { result } = await firstPage();
  act(() => result.current.finder.find(isIt("b")));
  await waitFor(() => expect(result.current.finder.search).toMatchObject({ kind: "failed" }));
  expect(ids(result.current)).toEqual(["a"]);
  expect(result.current).toMatchObject({ error: null, loadMoreError: null });
});

test("a search ends when it is stopped, and with its list", async () => {
  server.reply(page([{ Id: "a" }], "t1"), hang);
  const { result, rerender } = await firstPage();
  act(() => result.current.finder.find(isIt("b")));
  await waitFor(() => expect(server.received).toHaveLength(2));
  act(() => result.current.finder.stop());
  expect(result.current.finder.search).toBeUndefined();
  await server.received[1]?.cancelled;

  act(() => result.current.finder.find(isIt("b")));
  await waitFor(() => expect(server.received).toHaveLength(3));
  rerender({ pinId: 2 });
  expect(result.current.finder.search).toBeUndefined();
  await server.received[2]?.cancelled;
});

test("rows that are loaded meanwhile do not end a search, nor does it hold them up", async () => {
  const waiting: (() => void)[] = [];
  server.reply((response, received) => {
    const search = new URL(received.path, "http://x").search;
    if (search === "?pageSize=100") return page([{ Id: "a" }], "t1")(response, received);
    if (search === "?pageToken=t1") return page([{ Id: "b" }], "t2")(response, received);
    waiting.push(() => page([{ Id: "a" }, { Id: "b" }, { Id: "c" }])(response, received));
  });
  const { result } = await firstPage();
  act(() => result.current.finder.find(isIt("c")));
  act(() => result.current.reach({ from: 0, to: 1 }));
  await waitFor(() => expect(ids(result.current)).toEqual(["a", "b"]));
  expect(result.current.finder.search).toEqual({ kind: "searching", done: 0 });
  for (const answer of waiting) answer();
  await waitFor(() => expect(result.current.finder.search).toEqual({ kind: "found", place: 2 }));
  expect(ids(result.current)).toEqual(["a", "b", "c"]);
});
