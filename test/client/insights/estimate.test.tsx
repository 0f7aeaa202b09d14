import { renderHook, waitFor } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { toldNotes } from "../../../client/charts/card/told.ts";
import { useTrend } from "../../../client/charts/trend/use-trend.ts";
import { useIsEstimate } from "../../../client/insights/estimate.ts";
import { useBreakdowns } from "../../../client/insights/use-breakdowns.ts";
import { withChosen } from "../../../client/view/choose.ts";
import { defaultView } from "../../../client/view/view.ts";
import { findFields } from "../../../contract/fields.ts";
import { earshotCodes } from "../../../contract/problem.ts";
import { type FilterLeaf, insightsQueryRequestSchema } from "../../../contract/query.ts";
import { cube, metadata } from "../../contract/samples.ts";
import { json, page } from "../../support/servers/replies.ts";
import { absent, noLoaded, pin, fields as withDays } from "./counted-account.ts";
import { serveFakeUpstream } from "./pages-base.ts";
import { queries, readyData } from "./queries.tsx";

const server = serveFakeUpstream();
const view = defaultView("UTC");
const withoutDays = findFields(
  metadata(cube("Conversation", ["Count"], ["Id", "Channel", "Sentiment", ["DateCreated", "time"]])),
);
const hasDays = [
  ["has days", withDays],
  ["has no days", withoutDays],
] as const;

type Conversation = { created: number; channels: readonly string[] };
type Way = { lists?: "whole" | "apart"; mostFields?: number; exact?: boolean };

const half = pin.window.from + (pin.window.to - pin.window.from) / 2;

/** Conversations of the whole window, none just at its half; of every tenth the channel is not known. */
function conversations(count: number, channelOf = (place: number) => (place % 10 === 9 ? [] : ["sms"])) {
  const step = (pin.window.to - pin.window.from) / count;
  return Array.from(
    { length: count },
    (_, place): Conversation => ({
      created: Math.floor(pin.window.from + (place + 0.4) * step),
      channels: channelOf(place),
    }),
  );
}

/** Off by one from 250 on, upwards or downwards. */
function estimate(count: number): number {
  if (count < 250) return count;
  return count % 2 === 0 ? count + 1 : count - 1;
}

function holds({ created, channels }: Conversation, { op, field, values }: FilterLeaf): boolean {
  if (field === "Sentiment") return values?.includes("calm") === true;
  if (field !== "DateCreated") return channels.some((channel) => values?.includes(channel));
  const ms = Date.parse(String(values?.[0]));
  return op === "GT" ? created > ms : created < ms;
}

/** Each conversation's values of some fields; one without a channel is in none, where the account is asked for it. */
function groupsOf(one: Conversation, dimensions: readonly string[], lists: Way["lists"]): Record<string, unknown>[] {
  const rest: Record<string, unknown> = {};
  if (dimensions.includes("DateCreated.day"))
    rest["DateCreated.day"] = new Date(one.created).toISOString().slice(0, 10);
  if (dimensions.includes("Sentiment")) rest.Sentiment = "calm";
  if (!dimensions.includes("Channel")) return [rest];
  if (lists === "apart") return one.channels.map((channel) => ({ ...rest, Channel: channel }));
  return [{ ...rest, Channel: one.channels }];
}

/** An account that counts conversations near enough. `all` may get more of them while the test goes on. */
function serve(all: () => readonly Conversation[], { lists = "whole", mostFields = 9, exact = false }: Way = {}): void {
  server.reply((response, received) => {
    const { dimensions = [], filters = [] } = insightsQueryRequestSchema.parse(JSON.parse(received.body)).query;
    const problem = { code: earshotCodes.tooManyFields, message: "", httpStatusCode: 422, source: "earshot" };
    if (dimensions.length > mostFields) return json(problem, 422)(response, received);
    const leaves = filters.flatMap(({ expressions }) => expressions);
    const matching = all().filter((one) => leaves.every((leaf) => holds(one, leaf)));
    const groups = new Map<string, { row: Record<string, unknown>; count: number }>();
    for (const row of matching.flatMap((one) => groupsOf(one, dimensions, lists))) {
      const key = JSON.stringify(row);
      groups.set(key, { row, count: (groups.get(key)?.count ?? 0) + 1 });
    }
    const rows = [...groups.values()].map(({ row, count }) => ({ ...row, Count: exact ? count : estimate(count) }));
    return page(rows)(response, received);
  });
}

function show(fields = withDays, asked = view) {
  const { wrapper } = queries();
  const { result } = renderHook(
    () => {
      const { charts, memberByMember } = useBreakdowns(asked, fields, pin, noLoaded);
      return { charts, memberByMember, trend: useTrend(asked, fields, pin, absent, { sentiment: charts.sentiment }) };
    },
    { wrapper },
  );
  return result;
}

describe("the small count of an account that estimates", () => {
  test.each(hasDays)("is told as near where the cube is refused and it %s", async (_, fields) => {
    const all = conversations(330);
    serve(() => all, { mostFields: 1 });
    const result = show(fields);
    await waitFor(() => readyData(result.current.charts.channel));
    const channel = readyData(result.current.charts.channel);
    expect(channel).toMatchObject({ population: { count: 330 }, notSet: 33, overlap: false });
    expect(toldNotes(channel.told)).toEqual(["Twilio’s counts are approximate: 330 and 331."]);
    await waitFor(() => readyData(result.current.charts.sentiment));
    expect(readyData(result.current.charts.sentiment)).toMatchObject({ population: { count: 330 }, notSet: 0 });
  });

  test.each(hasDays)("is told as near where the cube holds other groups and it %s", async (_, fields) => {
    const all = conversations(330, (place) => (place % 2 === 0 ? ["sms"] : ["voice"]));
    serve(() => all, { lists: "apart" });
    const result = show(fields);
    await waitFor(() => readyData(result.current.charts.channel));
    const channel = readyData(result.current.charts.channel);
    expect(channel).toMatchObject({ population: { count: 330 }, notSet: 0, overlap: false });
    expect(toldNotes(channel.told)).toEqual(["Twilio’s counts are approximate: 330 and 331."]);
  });

  test("is told as near where lists are taken apart, and what is not set is counted in parts", async () => {
    // 300 have a channel, 30 both, and 30 none, which no row has.
    const all = conversations(330, (place) => (place % 11 === 0 ? [] : place % 11 === 1 ? ["sms", "voice"] : ["sms"]));
    serve(() => all, { lists: "apart" });
    const result = show();
    await waitFor(() => readyData(result.current.charts.channel));
    const channel = readyData(result.current.charts.channel);
    expect(channel).toMatchObject({ population: { count: 330 }, notSet: 30, overlap: true });
    expect(result.current.memberByMember).toBe(false);
    expect(toldNotes(channel.told)).toEqual(["Twilio’s counts are approximate: 330 and 331."]);
    await waitFor(() => readyData(result.current.trend));
    expect(readyData(result.current.trend)).toMatchObject({ population: { count: 330 } });
    expect(toldNotes(readyData(result.current.trend).told)).toEqual([]);
  });

  test("is not told of conversations that are chosen and so few that they are counted", async () => {
    const all = conversations(330, (place) => (place % 3 === 0 ? ["voice"] : ["sms"]));
    serve(() => all, { mostFields: 1 });
    const result = show(withDays, withChosen(view, "channel", ["voice"]));
    await waitFor(() => readyData(result.current.charts.channel));
    const channel = readyData(result.current.charts.channel);
    expect(channel).toMatchObject({ population: { count: 110 }, notSet: 0 });
    expect(toldNotes(channel.told)).toEqual([]);
  });
});

test("conversations that no row has are not set, and no estimate, where the parts add up", async () => {
  const all = conversations(330, (place) => (place === 7 ? [] : ["sms"]));
  serve(() => all, { lists: "apart", exact: true });
  const result = show(withoutDays);
  await waitFor(() => readyData(result.current.charts.channel));
  const channel = readyData(result.current.charts.channel);
  expect(channel).toMatchObject({ population: { count: 330 }, notSet: 1 });
  expect(toldNotes(channel.told)).toEqual([]);
});

function showListOf(found: number, counted: number, fields = withDays) {
  const { wrapper } = queries();
  return renderHook(() => useIsEstimate(view, fields, pin, { found, counted }), { wrapper }).result;
}

describe("a list that ended near the count", () => {
  test.each([
    ["has days", withDays, 330],
    ["has no days", withoutDays, 330],
    // Halves of 450 err as well, so that they add up to the count.
    ["has no days, and many conversations", withoutDays, 900],
  ] as const)("has all of them where the account estimates and %s", async (_, fields, count) => {
    const all = conversations(count);
    serve(() => all);
    const result = showListOf(count, estimate(count), fields);
    await waitFor(() => expect(result.current).toBe(true));
  });

  test.each(hasDays)("lacks one where the count is exact and the account %s", async (_, fields) => {
    const all = conversations(331);
    serve(() => all, { exact: true });
    const result = showListOf(330, 331, fields);
    await waitFor(() => expect(server.received.length).toBeGreaterThanOrEqual(fields === withDays ? 2 : 4));
    await waitFor(() => expect(result.current).toBe(false));
  });

  test("has no proof in what arrives while the parts are counted", async () => {
    const [all, more] = [conversations(330), conversations(331)];
    serve(() => (server.received.length > 1 ? more : all), { exact: true });
    const result = showListOf(331, 330);
    await waitFor(() => expect(server.received).toHaveLength(3));
    await waitFor(() => expect(result.current).toBe(false));
  });

  test("has no proof in a conversation at the instant between the halves", async () => {
    const all = [...conversations(330), { created: half, channels: [] }];
    // Its ranges count their ends in.
    serve(() => all.flatMap((one) => (one.created === half ? [one, { ...one, created: half - 1 }] : [one])), {
      exact: true,
    });
    const result = showListOf(331, 332, withoutDays);
    await waitFor(() => expect(server.received.length).toBeGreaterThanOrEqual(4));
    await waitFor(() => expect(result.current).toBe(false));
  });

  test("asks nothing where more is missing than estimates are off", () => {
    serve(() => conversations(331));
    const result = showListOf(300, 331);
    expect(result.current).toBe(false);
    expect(server.received).toEqual([]);
  });
});
