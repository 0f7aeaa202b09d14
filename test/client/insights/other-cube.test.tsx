import { renderHook, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { toldNotes } from "../../../client/charts/card/told.ts";
import { useTrend } from "../../../client/charts/trend/use-trend.ts";
import { useBreakdowns } from "../../../client/insights/use-breakdowns.ts";
import type { Pin } from "../../../client/view/pin.ts";
import { defaultView } from "../../../client/view/view.ts";
import { findFields } from "../../../contract/fields.ts";
import { insightsQueryRequestSchema } from "../../../contract/query.ts";
import { perCubeRole } from "../../../contract/roles.ts";
import { cube, metadata } from "../../contract/samples.ts";
import type { Reply } from "../../support/servers/fake-upstream.ts";
import { page, twilioError } from "../../support/servers/replies.ts";
import { serveFakeUpstream } from "./pages-base.ts";
import { queries, readyData } from "./queries.tsx";

const server = serveFakeUpstream();
const view = defaultView("UTC");
const from = Date.parse("2026-11-01T00:00Z");
const pin: Pin = { id: 1, at: 0, window: { from, to: from + 7 * 86_400_000 } };

/** Its sentiment is a field of another cube, under no condition. */
const fields = findFields(
  metadata(
    cube("Conversation", ["Count"], ["Id", "Channels", ["CreatedAt", "time"], ["CreatedAt.day", "time"]]),
    cube("Review", [], ["Review.Sentiment"]),
  ),
);

function asked(): string[][] {
  return server.received.map(({ body }) => insightsQueryRequestSchema.parse(JSON.parse(body)).query.dimensions ?? []);
}

/** An account of three conversations, two of which have a sentiment, unless it refuses to tell. */
function account(isRefused: boolean): Reply {
  return (response, received) => {
    const { dimensions = [] } = insightsQueryRequestSchema.parse(JSON.parse(received.body)).query;
    const isFelt = received.body.includes("Review.Sentiment");
    if (isFelt && isRefused) return twilioError(400)(response, received);
    const row = Object.fromEntries(
      dimensions.map((field) => [field, field === "CreatedAt.day" ? "2026-11-02T00:00:00Z" : "good"]),
    );
    return page([{ ...row, Count: isFelt ? 2 : 3 }])(response, received);
  };
}

function show() {
  const loaded = perCubeRole(() => ({ status: "absent", reason: "" }) as const);
  return renderHook(
    () => {
      const { charts } = useBreakdowns(view, fields, pin, loaded);
      const trend = useTrend(view, fields, pin, { status: "loading" }, { sentiment: charts.sentiment });
      return { charts, trend };
    },
    { wrapper: queries().wrapper },
  );
}

test("a sentiment of another cube is asked for on its own, and beside the time only once it was taken", async () => {
  server.reply(account(false));
  const { result } = show();
  await waitFor(() => expect(readyData(result.current.trend).buckets[1]?.total).toBe(3));
  expect(readyData(result.current.charts.sentiment)).toMatchObject({ population: { count: 3 }, notSet: 1 });
  const all = asked();
  expect(all.filter((dimensions) => dimensions.includes("Review.Sentiment"))).toEqual([
    ["Review.Sentiment"],
    ["CreatedAt.day", "Review.Sentiment"],
  ]);
  expect(all).toContainEqual(["Channels"]);
});

test("a sentiment that is refused takes nothing along but its own chart", async () => {
  server.reply(account(true));
  const { result } = show();
  await waitFor(() => expect(result.current.charts.sentiment.status).toBe("failed"));
  await waitFor(() => expect(readyData(result.current.trend).buckets[1]?.total).toBe(3));
  expect(toldNotes(readyData(result.current.trend).told)).toEqual([
    expect.stringMatching(/^Not split by sentiment. .+/),
  ]);
  expect(readyData(result.current.charts.channel).population.count).toBe(3);
  expect(asked().filter((dimensions) => dimensions.length > 1)).toEqual([]);
});
