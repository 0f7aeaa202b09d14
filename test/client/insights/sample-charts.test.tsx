import { renderHook, waitFor } from "@testing-library/react";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Trend } from "../../../client/charts/trend/trend.ts";
import { useTrend } from "../../../client/charts/trend/use-trend.ts";
import type { Breakdowns } from "../../../client/insights/separate-queries.ts";
import { useBreakdowns } from "../../../client/insights/use-breakdowns.ts";
import type { Pin } from "../../../client/view/pin.ts";
import {
  type Chosen,
  defaultView,
  type FilterRole,
  filterRoles,
  nothingChosen,
  type View,
} from "../../../client/view/view.ts";
import type { FieldRoles } from "../../../contract/fields.ts";
import { perCubeRole } from "../../../contract/roles.ts";
import { type RunningProxy, startSample } from "../../support/servers/proxy.ts";
import { servePageFrom } from "./pages-base.ts";
import { queries, readyData } from "./queries.tsx";
import { chosenOf, entryCounts, fieldsOf, splitOf, type Told, tellAll } from "./recount.ts";

const zone = "Asia/Kathmandu";
const hour = 3_600_000;
const noTrend = { status: "absent", reason: "not asked" } as const;

/** The trend as the dashboard has it: beside the split by sentiment. */
function useTrendBeside(view: View, fields: FieldRoles, pin: Pin) {
  const { charts } = useBreakdowns(view, fields, pin, noLoaded);
  return useTrend(view, fields, pin, noTrend, { sentiment: charts.sentiment });
}

const noLoaded: Breakdowns["charts"] = perCubeRole(() => ({ status: "absent", reason: "not asked" }));

// The recount knows the hour of a conversation, so that windows here begin and end with an hour of the zone: at :15.
const quarter = hour / 4;
const end = Math.floor((Date.now() - quarter) / hour) * hour + quarter - 2 * hour;

function pinOf(days: number, id = 1): Pin {
  return { id, at: end, window: { from: end - days * 24 * hour, to: end } };
}

/** Nothing chosen; the most frequent values of one role, and of all; and one value that is not there. */
function choices(told: ReadonlyMap<string, Told>): Chosen[] {
  const frequent = (role: keyof Chosen) => {
    const counts = new Map<string, number>();
    for (const { values } of told.values()) {
      for (const value of values[role]) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return [...counts].sort(([, one], [, other]) => other - one).map(([value]) => value);
  };
  const [channel = [], language = [], sentiment = [], status = []] = (
    ["channel", "language", "sentiment", "status"] as const
  ).map(frequent);
  return [
    nothingChosen,
    { ...nothingChosen, channel: channel.slice(0, 2) },
    { ...nothingChosen, sentiment: sentiment.slice(0, 1) },
    {
      channel: channel.slice(0, 3),
      language: language.slice(0, 2),
      sentiment: sentiment.slice(0, 2),
      status: status.slice(0, 1),
    },
    { ...nothingChosen, language: ["of nobody"] },
  ];
}

describe.each(["reference", "classic", "summary"] as const)(
  "over the embedded account in its %s names",
  (catalogue) => {
    let proxy: RunningProxy;
    let fields: FieldRoles;
    let told: Map<string, Told>;

    beforeAll(async () => {
      proxy = await startSample({ conversations: 600, catalogue });
      servePageFrom(proxy.url);
      fields = await fieldsOf(proxy.url);
      told = await tellAll(proxy.url, fields, zone);
    }, 60_000);

    afterAll(async () => {
      servePageFrom(undefined);
      await proxy.close();
    });

    test("the recount knows every conversation and every role", () => {
      expect(told.size).toBe(600);
      for (const role of filterRoles) {
        expect(
          [...told.values()].some(({ values }) => values[role].size > 0),
          role,
        ).toBe(true);
      }
    });

    test.each([0, 1, 2, 3, 4])("charts and facets count what a plain recount counts, with choice %i", async (place) => {
      const chosen = choices(told)[place] ?? nothingChosen;
      const view: View = { ...defaultView(zone), chosen };
      const pin = pinOf(60);
      const { wrapper } = queries();
      const { result } = renderHook(() => useBreakdowns(view, fields, pin, noLoaded), { wrapper });
      await waitFor(
        () => {
          for (const role of filterRoles) {
            readyData(result.current.charts[role]);
            readyData(result.current.facets[role]);
          }
        },
        { timeout: 15_000 },
      );
      for (const role of filterRoles) {
        for (const purpose of ["charts", "facets"] as const) {
          const { entries, notSet, population, overlap } = readyData(result.current[purpose][role]);
          const got = { counts: entryCounts(entries), notSet, population: population.count, overlap };
          const list = chosenOf(told, pin.window, chosen, purpose === "facets" ? role : undefined);
          const seen = purpose === "charts" && catalogue === "classic" ? withChosenOnly(list, role, chosen) : list;
          expect(got, `${purpose} of ${role}`).toEqual(splitOf(seen, role));
          expect(population.kind).toBe("all");
        }
      }
    });

    // In the classic names a conversation without a sentiment is in no row of sentiments.
    test.each(catalogue === "classic" ? (["language"] as const) : (["sentiment", "language"] as const))(
      "and of what has no %s, the same",
      async (unset) => {
        const view: View = { ...defaultView(zone), notSet: [unset] };
        // Rows that have no more than hours of UTC do not tell the days of a zone that begin within one.
        const hasTrend = catalogue !== "classic";
        const pin = pinOf(60);
        const { wrapper } = queries();
        const both = () => ({
          ...useBreakdowns(view, fields, pin, noLoaded),
          trend: useTrendBeside(view, fields, pin),
        });
        const { result } = renderHook(both, { wrapper });
        await waitFor(
          () => {
            for (const role of filterRoles) {
              readyData(result.current.charts[role]);
              readyData(result.current.facets[role]);
            }
            expect(result.current.trend.status).toBe(hasTrend ? "ready" : "failed");
          },
          { timeout: 15_000 },
        );
        const all = chosenOf(told, pin.window, nothingChosen);
        const due = all.filter(({ values }) => values[unset].size === 0);
        expect(due.length).toBeGreaterThan(0);
        for (const role of filterRoles) {
          for (const purpose of ["charts", "facets"] as const) {
            const { entries, notSet, population } = readyData(result.current[purpose][role]);
            const list = splitOf(purpose === "facets" && role === unset ? all : due, role);
            const got = { counts: entryCounts(entries), notSet, population: population.count };
            expect(got, `${purpose} of ${role}`).toEqual({
              counts: list.counts,
              notSet: list.notSet,
              population: list.population,
            });
          }
        }
        if (!hasTrend) return;
        expect(readyData(result.current.trend).buckets.reduce((sum, { total }) => sum + total, 0)).toBe(due.length);
      },
    );

    test.each([
      ["days", 60, 0],
      ["days", 60, 1],
      ["hours", 3, 0],
      ["hours", 3, 3],
    ] as const)(
      "the trend in %s over %i days counts what a plain recount counts, with choice %i",
      async (grain, days, place) => {
        const chosen = choices(told)[place] ?? nothingChosen;
        const view: View = { ...defaultView(zone), chosen };
        const pin = pinOf(days);
        const { wrapper } = queries();
        const { result } = renderHook(() => useTrendBeside(view, fields, pin), { wrapper });
        await waitFor(() => readyData(result.current), { timeout: 15_000 });
        const trend = readyData(result.current);
        const list = chosenOf(told, pin.window, chosen);
        expect(trend.grain).toBe(grain === "days" ? "day" : "hour");
        if (grain === "days") expect(byDay(trend)).toEqual(recountByDay(list));
        expect(trend.buckets.reduce((sum, { total }) => sum + total, 0)).toBe(list.length);
        const sentiments = new Map<string, number>();
        for (const { counts } of trend.buckets) {
          for (const [key, count] of counts) sentiments.set(key, (sentiments.get(key) ?? 0) + count);
        }
        const { counts, notSet } = splitOf(list, "sentiment");
        expect(Object.fromEntries(sentiments)).toEqual(notSet > 0 ? { ...counts, "": notSet } : counts);
      },
    );
  },
);

/**
 * What an account that answers arrays member by member lets one see: a filter on members leaves the other members of
 * the same conversation out of the answer. How many conversations there are is not touched by it.
 */
function withChosenOnly(list: readonly Told[], role: FilterRole, chosen: Chosen): Told[] {
  const wanted = chosen[role];
  if (wanted.length === 0) return [...list];
  return list.map((one) => {
    const kept = new Set([...one.values[role]].filter((value) => wanted.includes(value)));
    return { ...one, values: { ...one.values, [role]: kept } };
  });
}

/** The date of the zone. */
function dateOf(ms: number): string {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainDate().toString();
}

function byDay({ buckets }: Trend): Record<string, number> {
  return Object.fromEntries(buckets.filter(({ total }) => total > 0).map(({ start, total }) => [dateOf(start), total]));
}

function recountByDay(list: readonly Told[]): Record<string, number> {
  const days: Record<string, number> = {};
  for (const { at } of list) days[dateOf(at)] = (days[dateOf(at)] ?? 0) + 1;
  return days;
}
