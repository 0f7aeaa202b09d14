import { act, renderHook, waitFor } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import type { Async } from "../../../client/api/async.ts";
import { toldNotes } from "../../../client/charts/card/told.ts";
import { useCrossing } from "../../../client/charts/crossing/use-crossing.ts";
import { useTrend } from "../../../client/charts/trend/use-trend.ts";
import type { Breakdowns } from "../../../client/insights/separate-queries.ts";
import { useBreakdowns } from "../../../client/insights/use-breakdowns.ts";
import type { Pin } from "../../../client/view/pin.ts";
import { defaultView, filterRoles, type View } from "../../../client/view/view.ts";
import { accountFields } from "../../../contract/account-fields.ts";
import { findFields } from "../../../contract/fields.ts";
import type { Metadata } from "../../../contract/metadata.ts";
import { type InsightsQueryRequest, insightsQueryRequestSchema } from "../../../contract/query.ts";
import { perCubeRole } from "../../../contract/roles.ts";
import { classic, reference, without } from "../../contract/samples.ts";
import type { Reply } from "../../support/servers/fake-upstream.ts";
import { json, page, twilioError } from "../../support/servers/replies.ts";
import { serveFakeUpstream } from "./pages-base.ts";
import { queries, readyData } from "./queries.tsx";

const bare = defaultView("UTC");
const noLoaded: Breakdowns["charts"] = perCubeRole(() => ({ status: "absent", reason: "loaded rows" }));
const pin: Pin = {
  id: 1,
  at: 0,
  window: { from: Date.parse("2026-11-01T00:00Z"), to: Date.parse("2026-11-08T00:00Z") },
};

function inChannels(channel: string[]): View {
  return { ...bare, chosen: { ...bare.chosen, channel } };
}

const withGrains: Metadata = {
  ...reference,
  cubes: reference.cubes.map((one) => ({
    ...one,
    dimensions: [
      ...one.dimensions,
      { name: "DateCreated.hour", type: "time" },
      { name: "DateCreated.day", type: "time" },
    ],
  })),
};

const server = serveFakeUpstream();

function bodies(): InsightsQueryRequest[] {
  return server.received.map(({ body }) => insightsQueryRequestSchema.parse(JSON.parse(body)));
}

/** Answers each query by what it asks for: by its dimensions, and by the end of its window. */
function answer(rows: (query: InsightsQueryRequest["query"]) => Record<string, unknown>[]): Reply {
  return (response, received) => {
    const { query } = insightsQueryRequestSchema.parse(JSON.parse(received.body));
    return page(rows(query))(response, received);
  };
}

const twoRows = [
  {
    Channels: ["voice"],
    Languages: ["en"],
    "OperatorResult.Value": "positive",
    Status: "open",
    "Conversation.Count": 3,
  },
  { Channels: ["sms"], Languages: ["de"], "OperatorResult.Value": null, Status: "open", "Conversation.Count": 2 },
];
const fiveInAll = answer(({ dimensions }) => (dimensions ? twoRows : [{ "Conversation.Count": 5 }]));

type Shown = { view: View; pin: Pin };

function showBreakdowns(metadata: Metadata, first: Shown = { view: bare, pin }) {
  const fields = findFields(metadata);
  const { wrapper } = queries();
  return renderHook((now: Shown) => useBreakdowns(now.view, fields, now.pin, noLoaded), {
    wrapper,
    initialProps: first,
  });
}

async function allReady(result: { current: Breakdowns }): Promise<void> {
  await waitFor(() => {
    for (const role of filterRoles)
      for (const purpose of ["charts", "facets"] as const) readyData(result.current[purpose][role]);
  });
}

describe("charts and facets of an account with arrays", () => {
  test("cost the cube and the total, and ticking a filter costs nothing", async () => {
    server.reply(fiveInAll);
    const { result, rerender } = showBreakdowns(reference);
    await allReady(result);
    expect(bodies().map(({ query }) => query.dimensions ?? [])).toEqual([
      ["Channels", "Languages", "OperatorResult.Value", "Status"],
      [],
    ]);
    rerender({ view: inChannels(["sms"]), pin });
    expect(readyData(result.current.charts.language).entries).toEqual([{ key: "de", spellings: ["de"], count: 2 }]);
    expect(readyData(result.current.facets.channel).population.count).toBe(5);
    expect(readyData(result.current.charts.sentiment).notSet).toBe(2);
    expect(server.received).toHaveLength(2);
  });

  test("are asked for anew by another pin, and the former stay together until both new ones are there", async () => {
    let release: () => void = () => {};
    const held = new Promise<void>((done) => {
      release = done;
    });
    server.reply(async (response, received) => {
      const { query } = insightsQueryRequestSchema.parse(JSON.parse(received.body));
      const isNew = JSON.stringify(query.filters ?? []).includes("2026-12-01");
      const counts = isNew ? [7, 3] : [3, 2];
      const rows = twoRows.map((row, i) => ({ ...row, "Conversation.Count": counts[i] }));
      // The total of the new range comes last, long after its cube.
      if (isNew && !query.dimensions) await held;
      const total = [{ "Conversation.Count": isNew ? 10 : 5 }];
      return page(query.dimensions ? rows : total)(response, received);
    });
    const { result, rerender } = showBreakdowns(reference);
    await allReady(result);
    const later: Pin = { ...pin, id: 2, window: { ...pin.window, to: Date.parse("2026-12-01T00:00Z") } };
    rerender({ view: bare, pin: later });
    await server.arrived(4);
    // The answer of the new cube has come by the time that a further request is answered.
    await act(async () => {
      await fetch(`${server.url}/`, { method: "POST", body: JSON.stringify({ query: { measures: ["x"] } }) }).then(
        (response) => response.text(),
      );
    });
    for (const role of filterRoles) {
      const state: Async<{ population: { count: number } }> = result.current.charts[role];
      expect(state).toMatchObject({ status: "ready", updating: true, data: { population: { count: 5 } } });
    }
    release();
    await allReady(result);
    expect(readyData(result.current.charts.status).population.count).toBe(10);
    expect(server.received).toHaveLength(5);
  });

  test("and their trend cost one query on a tick", async () => {
    server.reply(
      answer(({ dimensions, filters = [] }) => {
        const rows = JSON.stringify(filters).includes("sms") ? twoRows.slice(1) : twoRows;
        if (dimensions?.includes("DateCreated.day"))
          return rows.map((row) => ({ ...row, "DateCreated.day": "2026-11-02T00:00:00Z" }));
        return dimensions ? twoRows : [{ "Conversation.Count": 5 }];
      }),
    );
    const fields = findFields(withGrains);
    const { wrapper } = queries();
    const { result, rerender } = renderHook(
      (view: View) => {
        const { charts } = useBreakdowns(view, fields, pin, noLoaded);
        return useTrend(view, fields, pin, { status: "loading" }, { sentiment: charts.sentiment });
      },
      { wrapper, initialProps: bare },
    );
    await waitFor(() => expect(readyData(result.current).population.count).toBe(5));
    expect(server.received).toHaveLength(3);
    rerender(inChannels(["sms"]));
    await waitFor(() => expect(readyData(result.current).population.count).toBe(2));
    expect(server.received).toHaveLength(4);
  });

  test("fail together, and are asked for again on retry", async () => {
    server.reply(twilioError(400), json({}, 500), fiveInAll);
    const { result } = showBreakdowns(reference);
    await waitFor(() => expect(result.current.charts.channel.status).toBe("failed"));
    const asked = server.received.length;
    while (result.current.charts.channel.status === "failed") {
      const { retry } = result.current.charts.channel;
      await act(async () => {
        retry();
        await server.arrived(asked + 1);
      });
      await waitFor(() => expect(result.current.charts.channel.status).not.toBe("loading"));
    }
    await allReady(result);
  });
});

/** A conversation of an account that takes arrays apart: the values that it has for each field. */
type Told = Record<string, readonly string[]>;

/**
 * Answers as such an account does: a conversation has a row for each combination of its values and none where it lacks
 * one, and is counted once for each.
 *
 * @param kept what a filter keeps: conversations, or members, as where the filter is put beside the list taken apart.
 */
function memberByMember(conversations: readonly Told[], kept: "conversations" | "members" = "conversations"): Reply {
  return answer(({ dimensions = [], filters = [] }) => {
    const leaves = filters.flatMap(({ expressions }) => expressions).filter(({ op }) => op === "IN");
    const matching = conversations.filter((one) =>
      leaves.every(({ field, values = [] }) => one[field]?.some((value) => values.includes(value))),
    );
    const isKept = (field: string) => (value: string) =>
      kept === "conversations" || leaves.every((leaf) => leaf.field !== field || leaf.values?.includes(value) === true);
    const counts = new Map<string, number>();
    for (const one of matching) {
      const rows = dimensions.reduce<string[][]>(
        (all, field) => all.flatMap((row) => (one[field] ?? []).filter(isKept(field)).map((value) => [...row, value])),
        [[]],
      );
      for (const row of rows) counts.set(JSON.stringify(row), (counts.get(JSON.stringify(row)) ?? 0) + 1);
    }
    if (dimensions.length === 0) return [{ "Conversation.Count": matching.length }];
    return [...counts].map(([row, count]) => {
      const values: string[] = JSON.parse(row);
      return {
        ...Object.fromEntries(dimensions.map((field, place) => [field, values[place]])),
        "Conversation.Count": count,
      };
    });
  });
}

function told(channels: string[], sentiments: string[], day = "2026-11-02T00:00:00Z"): Told {
  return {
    Channels: channels,
    Languages: ["en"],
    "OperatorResult.Value": sentiments,
    Status: ["open"],
    "DateCreated.day": [day],
  };
}

describe("charts and facets of an account that answers arrays member by member", () => {
  const conversations = [
    told(["a", "b"], ["good"]),
    told(["a"], ["good"]),
    told(["a"], ["good"]),
    told(["b"], ["bad"]),
  ];

  test("come from queries of each role's own, which tell who has several values", async () => {
    server.reply(memberByMember(conversations));
    const { result } = showBreakdowns(reference);
    await allReady(result);
    for (const role of filterRoles) {
      const { population, overlap, notSet } = readyData(result.current.charts[role]);
      expect([population.count, overlap, notSet]).toEqual([4, role === "channel", 0]);
    }
    // The cube, the total (which is the population of the charts too), and for each role its values and who has one.
    expect(
      bodies()
        .map(({ query }) => query.dimensions?.length ?? 0)
        .sort(),
    ).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 1, 4]);
  });

  test("ask on a tick for the chosen conversations alone, and for the facets of the chosen not at all", async () => {
    server.reply(memberByMember(conversations));
    const { result, rerender } = showBreakdowns(reference);
    await allReady(result);
    const before = server.received.length;
    rerender({ view: inChannels(["a"]), pin });
    await allReady(result);
    // Each role's chart and their population; the other facets ask the same, and the channel's facet was asked before.
    const asked = bodies()
      .slice(before)
      .flatMap(({ query }) => query.dimensions ?? []);
    expect(asked.sort()).toEqual(["Channels", "Languages", "OperatorResult.Value", "Status"]);
  });

  test("say of a chart by a filtered role that it shows only what is chosen", async () => {
    server.reply(memberByMember(conversations, "members"));
    const { result, rerender } = showBreakdowns(reference);
    await allReady(result);
    expect(toldNotes(readyData(result.current.charts.channel).told)).toEqual([]);
    rerender({ view: inChannels(["a"]), pin });
    await allReady(result);
    const { channel, sentiment } = result.current.charts;
    expect(readyData(channel).entries).toHaveLength(1);
    expect(toldNotes(readyData(channel).told)).toEqual([
      "In this account, a filter by channels leaves only those you chose. Others of the same conversations aren’t shown.",
    ]);
    expect(toldNotes(readyData(sentiment).told)).toEqual([]);
    expect(toldNotes(readyData(result.current.facets.channel).told)).toEqual([]);
  });

  test("say nothing of that where each conversation has one value", async () => {
    server.reply(memberByMember([told(["a"], []), told(["b"], ["good", "bad"])], "members"));
    const { result } = showBreakdowns(reference, { view: inChannels(["a"]), pin });
    await allReady(result);
    expect(toldNotes(readyData(result.current.charts.channel).told)).toEqual([]);
  });

  test("are not misled where what is counted twice makes good for what is left out", async () => {
    // Three rows in the cube, as many as there are conversations: but not one for each.
    server.reply(memberByMember([told(["a", "b"], ["good"]), told([], ["good"]), told(["a"], ["bad"])]));
    const { result } = showBreakdowns(reference);
    await allReady(result);
    expect(readyData(result.current.charts.channel)).toMatchObject({
      population: { count: 3 },
      entries: [
        { key: "a", count: 2 },
        { key: "b", count: 1 },
      ],
      notSet: 1,
      overlap: true,
    });
    expect(readyData(result.current.charts.sentiment)).toMatchObject({ notSet: 0, overlap: false });
  });

  test("are of the cube where every conversation has one value of each, which one query proves", async () => {
    server.reply(memberByMember([told(["a"], ["good"]), told(["b"], ["bad"])]));
    const { result } = showBreakdowns(reference);
    await allReady(result);
    expect(readyData(result.current.charts.channel)).toMatchObject({ population: { count: 2 }, overlap: false });
    expect(
      bodies()
        .map(({ query }) => query.dimensions?.length ?? 0)
        .sort(),
    ).toEqual([0, 0, 4]);
  });

  test("have a trend that adds up to the conversations, with those that have no sentiment", async () => {
    const some = [...conversations, told(["a"], []), told(["a"], []), told(["a"], ["good", "bad"])];
    server.reply(memberByMember(some));
    const fields = findFields(withGrains);
    const { wrapper } = queries();
    const { result } = renderHook(
      () => {
        const { charts } = useBreakdowns(bare, fields, pin, noLoaded);
        return useTrend(bare, fields, pin, { status: "loading" }, { sentiment: charts.sentiment });
      },
      { wrapper },
    );
    await waitFor(() => readyData(result.current));
    const { population, overlap, buckets } = readyData(result.current);
    expect(population.count).toBe(7);
    expect(overlap).toBe(true);
    expect(Object.fromEntries(buckets[1]?.counts ?? [])).toEqual({ good: 4, bad: 2, "": 2 });
  });

  test("have a crossing that counts each channel once, and tells of those that it cannot have", async () => {
    const some = [...conversations, told(["a"], []), told(["a"], ["good", "bad"]), told([], ["good"])];
    server.reply(memberByMember(some));
    const { wrapper } = queries();
    const { result, rerender } = renderHook((view: View) => useCrossing(view, findFields(reference), pin), {
      wrapper,
      initialProps: bare,
    });
    await waitFor(() => readyData(result.current));
    const { rows, ...rest } = readyData(result.current);
    expect(rows.map(({ key, total, counts }) => [key, total, Object.fromEntries(counts)])).toEqual([
      ["a", 5, { good: 4, bad: 1, "": 1 }],
      ["b", 2, { good: 1, bad: 1 }],
    ]);
    expect(rest).toMatchObject({ missing: 1, overlap: { channel: true, sentiment: true }, population: { count: 7 } });
    expect(rest.told).not.toHaveProperty("onlyChosen", "channel");
    server.reply(memberByMember(some, "members"));
    rerender(inChannels(["a"]));
    await waitFor(() => expect(readyData(result.current).told?.onlyChosen).toBe("channel"));
  });
});

describe("a sentiment with a condition", () => {
  const conditional = answer(({ dimensions = [], filters = [] }) => {
    const isConditional = JSON.stringify(filters).includes("OperatorName");
    if (dimensions.length === 0) return [{ "Conversation.Count": isConditional ? 3 : 5 }];
    if (dimensions.includes("OperatorResult.Value")) {
      return [{ "OperatorResult.Value": "positive", "Conversation.Count": 3 }];
    }
    return [{ "Conversation.Channel": "voice", "Conversation.Count": 5 }];
  });

  test("is asked for apart: the cube has no part of it, and who has none is not set", async () => {
    server.reply(conditional);
    const { result } = showBreakdowns(classic);
    await allReady(result);
    expect(readyData(result.current.charts.sentiment)).toMatchObject({
      population: { count: 5 },
      entries: [{ key: "positive", count: 3 }],
      notSet: 2,
      overlap: false,
    });
    expect(readyData(result.current.charts.channel).population.count).toBe(5);
    // The cube, the total, that they belong together, sentiment by value, and how many have one.
    expect(server.received).toHaveLength(5);
  });
});

describe("an account that lacks something", () => {
  test("has no chart for a role that it has not, and asks for the others", async () => {
    server.reply(fiveInAll);
    const { result } = showBreakdowns(without(reference, "Languages"));
    await waitFor(() => readyData(result.current.charts.status));
    expect(result.current.charts.language.status).toBe("absent");
    expect(bodies()[0]?.query.dimensions).toEqual(["Channels", "OperatorResult.Value", "Status"]);
  });

  test("says of a field that it lists and refuses that it does", async () => {
    server.reply(fiveInAll);
    const known = { fields: {}, chosen: {}, refused: ["OperatorResult.Value"], grains: [] };
    const fields = accountFields(reference, known);
    const { wrapper } = queries();
    const { result } = renderHook(
      () => ({
        charts: useBreakdowns(bare, fields, pin, noLoaded).charts,
        crossing: useCrossing(bare, fields, pin),
      }),
      { wrapper },
    );
    const reason = "This account lists the field “OperatorResult.Value”, but refuses it.";
    expect(result.current.charts.sentiment).toEqual({ status: "absent", reason });
    expect(result.current.crossing).toEqual({ status: "absent", reason });
    await waitFor(() => readyData(result.current.charts.status));
  });

  test("has the loaded rows' charts where it cannot count, and asks for nothing", async () => {
    server.reply(fiveInAll);
    const { result } = showBreakdowns(without(reference, "Conversation.Count"));
    for (const role of filterRoles) expect(result.current.charts[role]).toBe(noLoaded[role]);
    await fetch(`${server.url}/`, { method: "POST", body: JSON.stringify({ query: { measures: ["x"] } }) }).then(
      (response) => response.text(),
    );
    expect(server.received).toHaveLength(1);
  });
});

describe("the trend", () => {
  const loaded = { status: "absent", reason: "loaded rows" } as const;

  function showTrend(metadata: Metadata, shown: Shown = { view: bare, pin }) {
    const fields = findFields(metadata);
    const { wrapper } = queries();
    return renderHook((now: Shown) => useTrend(now.view, fields, now.pin, loaded, { sentiment: loaded }), {
      wrapper,
      initialProps: shown,
    });
  }

  test.each([
    ["days", pin.window, "DateCreated.day"],
    ["hours", { from: pin.window.from, to: pin.window.from + 72 * 3_600_000 }, "DateCreated.hour"],
  ])("is one query by %s and sentiment", async (_, window, field) => {
    server.reply(
      page([{ [field]: "2026-11-01T00:00:00Z", "OperatorResult.Value": "POSITIVE", "Conversation.Count": "4" }]),
    );
    const { result } = showTrend(withGrains, { view: bare, pin: { ...pin, window } });
    await waitFor(() => readyData(result.current));
    expect(bodies().map(({ query }) => query.dimensions)).toEqual([[field, "OperatorResult.Value"]]);
    expect(readyData(result.current)).toMatchObject({ keys: ["positive"], population: { kind: "all", count: 4 } });
  });

  test("adds up hours where the account has no days, and has days where it has no hours", async () => {
    server.reply(
      page([
        { "DateCreated.hour": "2026-11-02T05:00:00Z", "Conversation.Count": 1 },
        { "DateCreated.hour": "2026-11-02T06:00:00Z", "Conversation.Count": 2 },
      ]),
    );
    const hours = showTrend(without(withGrains, "DateCreated.day"));
    await waitFor(() => readyData(hours.result.current));
    expect(readyData(hours.result.current).buckets.map(({ total }) => total)).toEqual([0, 3, 0, 0, 0, 0, 0]);
    server.reply(page([{ "DateCreated.day": "2026-11-01", "Conversation.Count": 1 }]));
    const short = {
      view: bare,
      pin: { ...pin, id: 5, window: { from: pin.window.from, to: pin.window.from + 3_600_000 } },
    };
    const days = showTrend(without(withGrains, "DateCreated.hour"), short);
    await waitFor(() => readyData(days.result.current));
    expect(readyData(days.result.current)).toMatchObject({ grain: "day", buckets: [{ total: 1, partial: true }] });
  });

  test("fails when an answer cannot be read, instead of leaving it out", async () => {
    server.reply(page([{ "DateCreated.day": null, "Conversation.Count": 1 }]));
    const { result } = showTrend(withGrains);
    await waitFor(() => expect(result.current.status).toBe("failed"));
  });

  test("never draws the rows of another pin", async () => {
    server.reply(page([{ "DateCreated.day": "2026-11-01", "Conversation.Count": 1 }]));
    const { result, rerender } = showTrend(withGrains);
    await waitFor(() => readyData(result.current));
    server.reply(() => {});
    rerender({ view: bare, pin: { ...pin, id: 2 } });
    expect(result.current.status).toBe("loading");
    rerender({ view: inChannels(["voice"]), pin });
    expect(result.current).toMatchObject({ status: "ready", updating: true });
  });

  test("is of the loaded rows where the account cannot count by time, and absent without a time", () => {
    expect(showTrend(reference).result.current).toBe(loaded);
    expect(showTrend(without(withGrains, "Conversation.Count")).result.current).toBe(loaded);
    const timeless = without(withGrains, "DateCreated", "DateCreated.hour", "DateCreated.day");
    expect(showTrend(timeless).result.current).toMatchObject({ status: "absent" });
    expect(server.received).toHaveLength(0);
  });
});
