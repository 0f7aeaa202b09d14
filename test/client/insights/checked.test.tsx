import { renderHook, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { toldNotes } from "../../../client/charts/card/told.ts";
import { useTrend } from "../../../client/charts/trend/use-trend.ts";
import { useBreakdowns } from "../../../client/insights/use-breakdowns.ts";
import { defaultView } from "../../../client/view/view.ts";
import { type InsightsQueryRequest, insightsQueryRequestSchema } from "../../../contract/query.ts";
import { json } from "../../support/servers/replies.ts";
import { absent, fields, noLoaded, pin } from "./counted-account.ts";
import { serveFakeUpstream } from "./pages-base.ts";
import { queries, readyData } from "./queries.tsx";

const server = serveFakeUpstream();

type Counts = (dimensions: readonly string[], values: (field: string) => readonly string[] | undefined) => unknown[];

/** Answers counts by their dimensions and by the values that their filters ask for; marks may differ by dimensions, too. */
function count(rows: Counts, earshot?: object | ((dimensions: readonly string[]) => object)): void {
  server.reply((response, received) => {
    const { query }: InsightsQueryRequest = insightsQueryRequestSchema.parse(JSON.parse(received.body));
    const leaves = (query.filters ?? []).flatMap(({ expressions }) => expressions);
    const values = (field: string) => leaves.find((leaf) => leaf.op === "IN" && leaf.field === field)?.values;
    const items = rows(query.dimensions ?? [], values);
    const marks = typeof earshot === "function" ? earshot(query.dimensions ?? []) : earshot;
    return json({ items, meta: {}, ...(marks ? { earshot: marks } : {}) })(response, received);
  });
}

function show() {
  const { wrapper } = queries();
  return renderHook(
    () => {
      const view = defaultView("UTC");
      const { charts, memberByMember, takenApart } = useBreakdowns(view, fields, pin, noLoaded);
      return {
        charts,
        memberByMember,
        takenApart,
        trend: useTrend(view, fields, pin, absent, { sentiment: charts.sentiment }),
      };
    },
    { wrapper },
  );
}

test("conversations with empty arrays and with nulls are not set, where nulls have a row and empty arrays have none", async () => {
  // Of 100 conversations 60 have a channel, five of these two; ten have null and thirty an empty array.
  count((dimensions, values) => {
    if (dimensions.includes("Channel")) {
      const rest = dimensions.includes("Sentiment") ? { Sentiment: "calm" } : {};
      return [
        { ...rest, Channel: "sms", Count: 40 },
        { ...rest, Channel: "voice", Count: 25 },
        { ...rest, Channel: null, Count: 10 },
      ];
    }
    if (dimensions.includes("DateCreated.day"))
      return [{ "DateCreated.day": "2026-11-02", Sentiment: "calm", Count: 100 }];
    if (dimensions.includes("Sentiment")) return [{ Sentiment: "calm", Count: 100 }];
    return [{ Count: values("Channel") ? 60 : 100 }];
  });
  const { result } = show();
  await waitFor(() => readyData(result.current.charts.channel));
  const channel = readyData(result.current.charts.channel);
  expect(channel).toMatchObject({ population: { count: 100 }, notSet: 40, overlap: true });
});

test("an account whose rows add up by chance, nulls among them, is found out", async () => {
  // Ten conversations: four have both channels, four have an empty array, and two have none.
  count((dimensions, values) => {
    if (dimensions.includes("Channel"))
      return [
        { Channel: "sms", Sentiment: "calm", Count: 4 },
        { Channel: "voice", Sentiment: "calm", Count: 4 },
        { Channel: null, Sentiment: "calm", Count: 2 },
      ];
    if (dimensions.length > 0) return [{ "DateCreated.day": "2026-11-02", Sentiment: "calm", Count: 10 }];
    return [{ Count: values("Channel") ? 4 : 10 }];
  });
  const { result } = show();
  await waitFor(() => readyData(result.current.charts.channel));
  expect(readyData(result.current.charts.channel)).toMatchObject({ notSet: 6, overlap: true });
});

test("counts that are estimates are told as such, and are not several values of one conversation", async () => {
  count((dimensions) => {
    if (dimensions.includes("DateCreated.day") && dimensions.length === 1)
      return [{ "DateCreated.day": "2026-11-02", Count: 10_020 }];
    if (dimensions.includes("DateCreated.day"))
      return [{ "DateCreated.day": "2026-11-02", Sentiment: "calm", Count: 10_030 }];
    if (dimensions.length > 0)
      return [
        { Channel: "sms", Sentiment: "calm", Count: 6000 },
        { Channel: "voice", Sentiment: "calm", Count: 4050 },
      ];
    return [{ Count: 10_000 }];
  });
  const { result } = show();
  await waitFor(() => readyData(result.current.trend));
  const { charts, memberByMember, trend } = result.current;
  const channel = readyData(charts.channel);
  expect(channel).toMatchObject({ notSet: 0, overlap: false });
  expect(memberByMember).toBe(false);
  expect(toldNotes(channel.told)).toEqual(["Twilio’s counts are approximate: 10,050 and 10,000."]);
  expect(readyData(trend)).toMatchObject({ overlap: false, population: { count: 10_030 } });
  expect(toldNotes(readyData(trend).told)).toEqual(["Twilio’s counts are approximate: 10,030 and 10,050."]);
});

test.each([
  { lists: "whole", sms: ["sms"], voice: ["voice"] },
  { lists: "members", sms: "sms", voice: "voice" },
])("a small count that is one off is an estimate where lists are $lists and the days tell", async ({ sms, voice }) => {
  count((dimensions) => {
    if (dimensions.includes("DateCreated.day"))
      return [{ "DateCreated.day": "2026-11-02", ...(dimensions.length > 1 ? { Sentiment: "calm" } : {}), Count: 367 }];
    if (dimensions.length > 0)
      return [
        { Channel: sms, Sentiment: "calm", Count: 200 },
        { Channel: voice, Sentiment: "calm", Count: 167 },
      ];
    return [{ Count: 366 }];
  });
  const { result } = show();
  await waitFor(() => readyData(result.current.charts.channel));
  const { charts, memberByMember } = result.current;
  expect(readyData(charts.channel)).toMatchObject({ population: { count: 367 }, notSet: 0, overlap: false });
  expect(memberByMember).toBe(false);
  expect(toldNotes(readyData(charts.channel).told)).toEqual(["Twilio’s counts are approximate: 367 and 366."]);
});

test("a small count that is one more is no estimate where the days add up to it", async () => {
  count((dimensions, values) => {
    if (dimensions.includes("DateCreated.day"))
      return [{ "DateCreated.day": "2026-11-02", Sentiment: "calm", Count: 367 }];
    if (dimensions.includes("Channel")) {
      const rest = dimensions.includes("Sentiment") ? { Sentiment: "calm" } : {};
      return [{ ...rest, Channel: ["sms"], Count: 366 }];
    }
    if (dimensions.length > 0) return [{ Sentiment: "calm", Count: 367 }];
    return [{ Count: values("Channel") ? 366 : 367 }];
  });
  const { result } = show();
  await waitFor(() => readyData(result.current.charts.channel));
  expect(readyData(result.current.charts.channel)).toMatchObject({ population: { count: 367 }, notSet: 1 });
  expect(toldNotes(readyData(result.current.charts.channel).told)).toEqual([]);
});

test("conversations with empty arrays are not set, also where whole arrays and nulls have rows", async () => {
  count((dimensions) => {
    if (dimensions.includes("Channel")) {
      const rest = dimensions.includes("Sentiment") ? { Sentiment: "calm" } : {};
      return [
        { ...rest, Channel: ["sms", "voice"], Count: 40 },
        { ...rest, Channel: ["voice"], Count: 45 },
        { ...rest, Channel: null, Count: 10 },
      ];
    }
    if (dimensions.includes("DateCreated.day"))
      return [{ "DateCreated.day": "2026-11-02", Sentiment: "calm", Count: 100 }];
    return dimensions.length > 0 ? [{ Sentiment: "calm", Count: 100 }] : [{ Count: 100 }];
  });
  const { result } = show();
  await waitFor(() => readyData(result.current.charts.channel));
  expect(readyData(result.current.charts.channel)).toMatchObject({ population: { count: 100 }, notSet: 15 });
});

test("a trend that lacks conversations says how many it has, and how many Twilio counts", async () => {
  count((dimensions) => {
    if (dimensions.includes("DateCreated.day"))
      return [{ "DateCreated.day": "2026-11-02", ...(dimensions.length > 1 ? { Sentiment: "calm" } : {}), Count: 90 }];
    return [{ ...(dimensions.length > 0 ? { Channel: "sms", Sentiment: "calm" } : {}), Count: 100 }];
  });
  const { result } = show();
  await waitFor(() => readyData(result.current.trend));
  expect(toldNotes(readyData(result.current.trend).told)).toEqual([
    "90 conversations are in this chart, but Twilio counts 100.",
  ]);
  expect(toldNotes(readyData(result.current.charts.sentiment).told)).toEqual([]);
});

test("a few conversations with two channels are no estimate where the days add up", async () => {
  count((dimensions, values) => {
    if (dimensions.includes("DateCreated.day"))
      return [{ "DateCreated.day": "2026-11-02", Sentiment: "calm", Count: 10_000 }];
    if (dimensions.includes("Channel")) {
      return [
        { Channel: "sms", Sentiment: "calm", Count: 6000 },
        { Channel: "voice", Sentiment: "calm", Count: 4050 },
      ];
    }
    if (dimensions.includes("Sentiment")) return [{ Sentiment: "calm", Count: 10_000 }];
    return [{ Count: values("Channel") ? 9990 : 10_000 }];
  });
  const { result } = show();
  await waitFor(() => readyData(result.current.trend));
  expect(readyData(result.current.charts.channel)).toMatchObject({ notSet: 10, overlap: true });
  expect(result.current.memberByMember).toBe(true);
  expect(toldNotes(readyData(result.current.trend).told)).toEqual([]);
});

test("a role whose field is in no row is absent instead of not set, and what was done is told of the others", async () => {
  const notes = [{ text: "Twilio rejected an order, so rows come without one." }];
  count(
    (dimensions) => {
      if (dimensions.includes("DateCreated.day")) return [{ "DateCreated.day": "2026-11-02", Count: 5 }];
      return dimensions.length > 0 ? [{ Channel: ["sms"], Count: 5 }] : [{ Count: 5 }];
    },
    { notes: [...notes, { text: "No values.", key: "dialectCells" }], notReturned: ["Sentiment"] },
  );
  const { result } = show();
  await waitFor(() => readyData(result.current.charts.channel));
  expect(result.current.charts.sentiment).toEqual({ status: "absent", reason: "Twilio didn’t return Sentiment." });
  await waitFor(() => readyData(result.current.trend));
  expect(readyData(result.current.trend)).toMatchObject({ keys: [], population: { count: 5 } });
  // Channels are counted as well without it.
  expect(toldNotes(readyData(result.current.charts.channel).told)).toEqual([notes[0]?.text]);
});

test("a trend of an account without a sentiment is held against what the view has", async () => {
  count((dimensions) => [{ ...(dimensions.length > 0 ? { "DateCreated.day": "2026-11-02" } : {}), Count: 90 }]);
  const { sentiment: _, ...roles } = fields.roles;
  const { wrapper } = queries();
  const { result } = renderHook(
    () => useTrend(defaultView("UTC"), { ...fields, roles }, pin, absent, { sentiment: absent, counted: 100 }),
    { wrapper },
  );
  await waitFor(() => readyData(result.current));
  expect(toldNotes(readyData(result.current).told)).toEqual([
    "90 conversations are in this chart, but Twilio counts 100.",
  ]);
});

/** Rows that cannot be read, whichever way round they are asked for: of every answer but a count alone. */
const losing = (dimensions: readonly string[]) => ({ lost: dimensions.length > 0 ? 1 : 0 });

test("where rows could not be read, what is left over is not known instead of not set", async () => {
  // Of 100 conversations 60 are calm, 30 are of a row that cannot be read, and ten have no sentiment.
  count((dimensions, values) => {
    const time = dimensions.includes("DateCreated.day") ? { "DateCreated.day": "2026-11-02" } : {};
    if (dimensions.includes("Sentiment")) {
      const rest = dimensions.includes("Channel") ? { Channel: "sms" } : {};
      return [{ ...time, ...rest, Sentiment: "calm", Count: 60 }];
    }
    if (dimensions.includes("Channel")) return [{ Channel: "sms", Count: 100 }];
    return [{ ...time, Count: values("Sentiment") ? 60 : 100 }];
  }, losing);
  const { result } = show();
  await waitFor(() => readyData(result.current.trend));
  const { charts, trend } = result.current;
  expect(readyData(charts.sentiment)).toMatchObject({ population: { count: 100 }, notSet: 40, restUnknown: true });
  // Every conversation has a channel that could be read.
  const channel = readyData(charts.channel);
  expect(channel).toMatchObject({ population: { count: 100 }, notSet: 0 });
  const { buckets, restUnknown, overlap } = readyData(trend);
  expect(buckets.map(({ counts }) => Object.fromEntries(counts)).find(({ calm }) => calm)).toEqual({
    calm: 60,
    "": 40,
  });
  expect({ restUnknown, overlap }).toEqual({ restUnknown: true, overlap: false });
});

test("what is a little short because rows could not be read is no estimate, and no list that is taken apart", async () => {
  count((dimensions) => {
    const cells = Object.entries({ "DateCreated.day": "2026-11-02", Channel: "sms", Sentiment: "calm" });
    const own = Object.fromEntries(cells.filter(([field]) => dimensions.includes(field)));
    return [{ ...own, Count: dimensions.length > 0 ? 9_990 : 10_000 }];
  }, losing);
  const { result } = show();
  await waitFor(() => readyData(result.current.trend));
  const { charts, trend, takenApart } = result.current;
  const lost = "1 row of Twilio’s response couldn’t be read, so figures may be too low.";
  expect(toldNotes(readyData(charts.channel).told)).toEqual([lost]);
  expect(toldNotes(readyData(trend).told)).toEqual([
    "9,990 conversations are in this chart, but Twilio counts 10,000.",
    lost,
  ]);
  expect(takenApart).toBe(false);
});
