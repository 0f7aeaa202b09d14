import { renderHook, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { useTrend } from "../../../../client/charts/trend/use-trend.ts";
import type { Pin } from "../../../../client/view/pin.ts";
import { defaultView } from "../../../../client/view/view.ts";
import { findFields } from "../../../../contract/fields.ts";
import { insightsQueryRequestSchema } from "../../../../contract/query.ts";
import { cube, metadata } from "../../../contract/samples.ts";
import { page } from "../../../support/servers/replies.ts";
import { serveFakeUpstream } from "../../insights/pages-base.ts";
import { queries, readyData } from "../../insights/queries.tsx";

const server = serveFakeUpstream();
const dayMs = 86_400_000;
const from = Date.parse("2026-11-03T00:00Z");
const pin: Pin = { id: 1, at: 0, window: { from, to: from + 7 * dayMs } };
const fields = findFields(
  metadata(cube("Conversation", ["Count"], ["Id", "Channels", ["CreatedAt", "time"], ["CreatedAt.day", "time"]])),
);
const view = { ...defaultView("UTC"), chosen: { ...defaultView("UTC").chosen, channel: ["voice"] } };

/** What was asked for beside the trend itself. */
const others = () =>
  server.received
    .map(({ path, body }) => ({ path, ...insightsQueryRequestSchema.parse(JSON.parse(body)).query }))
    .filter(({ measures = [] }) => measures.length === 0);

/** Draws the trend of an account that has conversations on these days. */
async function show(...days: string[]) {
  server.reply((response, received) => {
    const isTrend = received.body.includes("Count");
    const rows = isTrend ? days.map((day) => ({ "CreatedAt.day": `${day}T00:00:00Z`, Count: 2 })) : [];
    return page(rows)(response, received);
  });
  const setting = { sentiment: { status: "absent", reason: "" }, counted: days.length * 2 } as const;
  const { result } = renderHook(() => useTrend(view, fields, pin, { status: "loading" }, setting), {
    wrapper: queries().wrapper,
  });
  await waitFor(() => readyData(result.current));
  return readyData(result.current);
}

test("the oldest rows of a window are asked for where its trend holds conversations of other days", async () => {
  expect((await show("2026-11-02", "2026-11-04")).outside).toBe(2);
  await waitFor(() => expect(others()).toHaveLength(1));
  const [{ path, dimensions, orderBy, filters } = { path: "" }] = others();
  expect(path).toContain("pageSize=10");
  expect(dimensions).toEqual(["Id", "CreatedAt"]);
  expect(orderBy?.[0]).toEqual({ field: "CreatedAt", direction: "ASC" });
  // Whatever is chosen: it is the clock that is in doubt.
  expect(JSON.stringify(filters)).not.toContain("voice");
});

test("they are not asked for where it holds none", async () => {
  expect((await show("2026-11-03", "2026-11-09")).outside).toBe(0);
  expect(others()).toEqual([]);
});
