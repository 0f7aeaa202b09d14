import { renderHook, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { failureText } from "../../../client/api/errors.ts";
import { toldNotes } from "../../../client/charts/card/told.ts";
import { useCrossing } from "../../../client/charts/crossing/use-crossing.ts";
import { useTrend } from "../../../client/charts/trend/use-trend.ts";
import { useBreakdowns } from "../../../client/insights/use-breakdowns.ts";
import { defaultView } from "../../../client/view/view.ts";
import { earshotCodes } from "../../../contract/problem.ts";
import { insightsQueryRequestSchema } from "../../../contract/query.ts";
import type { Reply } from "../../support/servers/fake-upstream.ts";
import { json } from "../../support/servers/replies.ts";
import { absent, fields, noLoaded, pin } from "./counted-account.ts";
import { serveFakeUpstream } from "./pages-base.ts";
import { queries, readyData } from "./queries.tsx";

// It stands where the page's own server does: what is refused is refused by Earshot.
const server = serveFakeUpstream();

function refused(kind: "refusedField" | "tooManyFields" | "notCountable", message: string): Reply {
  const body = { code: earshotCodes[kind], message, httpStatusCode: 400, source: "earshot" };
  return json(body, 400);
}

const rows: Record<string, unknown[]> = {
  "": [{ Count: 10 }],
  Channel: [
    { Channel: "sms", Count: 7 },
    { Channel: "voice", Count: 5 },
  ],
  Sentiment: [{ Sentiment: "calm", Count: 10 }],
  "DateCreated.day": [{ "DateCreated.day": "2026-11-02", Count: 10 }],
};

/** Answers counts by one field, and what `refuse` does not. */
function answer(refuse: (dimensions: readonly string[]) => Reply | undefined): void {
  server.reply((response, received) => {
    const { dimensions = [] } = insightsQueryRequestSchema.parse(JSON.parse(received.body)).query;
    const reply = refuse(dimensions) ?? json({ items: rows[dimensions.join()] ?? [], meta: {} });
    return reply(response, received);
  });
}

function show() {
  const { wrapper } = queries();
  const view = defaultView("UTC");
  return renderHook(
    () => {
      const { charts, facets, memberByMember } = useBreakdowns(view, fields, pin, noLoaded);
      const trend = useTrend(view, fields, pin, absent, { sentiment: charts.sentiment });
      return { charts, facets, memberByMember, trend, crossing: useCrossing(view, fields, pin) };
    },
    { wrapper },
  );
}

const fewer = "This account accepts at most 1 fields in one query.";

test("a cube of more fields than the account takes is asked for role by role", async () => {
  answer((dimensions) => (dimensions.length > 1 ? refused("tooManyFields", fewer) : undefined));
  const { result } = show();
  await waitFor(() => readyData(result.current.facets.sentiment));
  await waitFor(() => readyData(result.current.charts.channel));
  const channel = readyData(result.current.charts.channel);
  expect(channel.entries.map(({ key, count }) => [key, count])).toEqual([
    ["sms", 7],
    ["voice", 5],
  ]);
  // Ten conversations have a channel, and two of them both.
  expect(channel).toMatchObject({ population: { count: 10 }, notSet: 0, overlap: true });
  expect(result.current.memberByMember).toBe(true);
});

test("a trend that cannot be split is the trend of all, and says why; pairs that cannot be had cost their card alone", async () => {
  answer((dimensions) => (dimensions.length > 1 ? refused("tooManyFields", fewer) : undefined));
  const { result } = show();
  await waitFor(() => readyData(result.current.trend));
  const trend = readyData(result.current.trend);
  expect(trend).toMatchObject({ population: { count: 10 }, keys: [] });
  expect(toldNotes(trend.told)).toEqual([`Not split by sentiment. ${fewer}`]);
  await waitFor(() => expect(result.current.crossing.status).toBe("failed"));
});

test("one role that is refused costs its own card, in the server’s words", async () => {
  const why = "Twilio lists the field “Channel” for this account but rejects it.";
  answer((dimensions) => {
    if (dimensions.includes("Channel")) return refused("refusedField", why);
    return undefined;
  });
  const { result } = show();
  await waitFor(() => readyData(result.current.charts.sentiment));
  await waitFor(() => expect(result.current.charts.channel.status).toBe("failed"));
  const { channel, sentiment } = result.current.charts;
  expect(failureText(channel.status === "failed" ? channel.error : undefined).title).toBe(why);
  expect(readyData(sentiment)).toMatchObject({ population: { count: 10 }, notSet: 0 });
});

test("an outage is no refusal, and nothing else is asked because of it", async () => {
  server.reply(json({ code: 20500, message: "Down", httpStatusCode: 500, source: "twilio" }, 500));
  const { result } = show();
  await waitFor(() => expect(result.current.charts.channel.status).toBe("failed"));
  await waitFor(() => expect(result.current.trend.status).toBe("failed"));
  // The cube, its total, and the trend.
  expect(server.received).toHaveLength(3);
});
