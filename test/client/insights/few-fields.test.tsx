import { renderHook, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { useTrend } from "../../../client/charts/trend/use-trend.ts";
import { useBreakdowns } from "../../../client/insights/use-breakdowns.ts";
import { defaultView } from "../../../client/view/view.ts";
import { findFields } from "../../../contract/fields.ts";
import { earshotCodes } from "../../../contract/problem.ts";
import { insightsQueryRequestSchema } from "../../../contract/query.ts";
import { perCubeRole } from "../../../contract/roles.ts";
import { cube, metadata } from "../../contract/samples.ts";
import { json, page } from "../../support/servers/replies.ts";
import { serveFakeUpstream } from "./pages-base.ts";
import { queries, readyData } from "./queries.tsx";

const fields = findFields(
  metadata(
    cube(
      "Conversation",
      ["Count"],
      ["Id", "Channel", "Sentiment", ["DateCreated", "time"], ["DateCreated.day", "time"]],
    ),
  ),
);
const absent = { status: "absent", reason: "not asked" } as const;
const window = { from: Date.parse("2026-11-01T00:00Z"), to: Date.parse("2026-11-08T00:00Z") };
const pin = { id: 1, at: window.to, window };
const server = serveFakeUpstream();

/** Three conversations of one channel, two of them with a sentiment; refuses a query of more fields than `most`. */
function countBy(most: number): void {
  const problem = {
    code: earshotCodes.tooManyFields,
    message: `This account accepts at most ${most} fields in one query.`,
    httpStatusCode: 422,
    source: "earshot",
  };
  server.reply((response, received) => {
    const { dimensions = [], filters = [] } = insightsQueryRequestSchema.parse(JSON.parse(received.body)).query;
    if (dimensions.length > most) return json(problem, 422)(response, received);
    const felt = filters.flatMap(({ expressions }) => expressions).some(({ field }) => field === "Sentiment");
    const named = Object.fromEntries(
      dimensions.map((field) => [field, field === "DateCreated.day" ? "2026-11-02" : "sms"]),
    );
    if (!dimensions.includes("Sentiment")) return page([{ ...named, Count: felt ? 2 : 3 }])(response, received);
    const rows = [
      { ...named, Sentiment: "calm", Count: 2 },
      { ...named, Sentiment: null, Count: 1 },
    ];
    return page(rows)(response, received);
  });
}

function show() {
  return renderHook(
    () => {
      const view = defaultView("UTC");
      const { charts, facets } = useBreakdowns(
        view,
        fields,
        pin,
        perCubeRole(() => absent),
      );
      return { charts, facets, trend: useTrend(view, fields, pin, absent, { sentiment: charts.sentiment }) };
    },
    { wrapper: queries().wrapper },
  );
}

test("an account that takes one field at a time has every chart and facet, and a trend without a split", async () => {
  countBy(1);
  const { result } = show();
  await waitFor(() => readyData(result.current.trend));
  const { charts, facets, trend } = result.current;
  for (const state of [charts.channel, facets.channel]) {
    expect(readyData(state)).toMatchObject({
      population: { count: 3 },
      entries: [{ key: "sms", count: 3 }],
      notSet: 0,
    });
  }
  expect(readyData(charts.sentiment)).toMatchObject({ population: { count: 3 }, notSet: 1, overlap: false });
  expect(readyData(trend)).toMatchObject({ population: { count: 3 }, keys: [] });
});

test("where two fields are taken but not the whole cube, the trend keeps its split", async () => {
  countBy(2);
  const two = findFields(
    metadata(
      cube(
        "Conversation",
        ["Count"],
        ["Id", "Channel", "Language", "Sentiment", ["DateCreated", "time"], ["DateCreated.day", "time"]],
      ),
    ),
  );
  const { result } = renderHook(
    () => {
      const view = defaultView("UTC");
      const { charts } = useBreakdowns(
        view,
        two,
        pin,
        perCubeRole(() => absent),
      );
      return { charts, trend: useTrend(view, two, pin, absent, { sentiment: charts.sentiment }) };
    },
    { wrapper: queries().wrapper },
  );
  await waitFor(() => readyData(result.current.trend));
  expect(readyData(result.current.charts.language)).toMatchObject({ population: { count: 3 } });
  expect(readyData(result.current.trend)).toMatchObject({ population: { count: 3 }, keys: ["calm", ""] });
});
