import { renderHook, waitFor } from "@testing-library/react";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { useCrossing } from "../../../client/charts/crossing/use-crossing.ts";
import { useWeekHours } from "../../../client/charts/week/use-week-hours.ts";
import { defaultView, nothingChosen } from "../../../client/view/view.ts";
import type { FieldRoles } from "../../../contract/fields.ts";
import { type RunningProxy, startSample } from "../../support/servers/proxy.ts";
import { servePageFrom } from "../insights/pages-base.ts";
import { queries, readyData } from "../insights/queries.tsx";
import { chosenOf, fieldsOf, type Told, tellAll } from "../insights/recount.ts";

const zone = "Asia/Kathmandu";
const hour = 3_600_000;
// The recount knows hours of the zone, which begin at :15.
const end = Math.floor((Date.now() - hour / 4) / hour) * hour + hour / 4 - 2 * hour;
const pin = { id: 1, at: end, window: { from: end - 60 * 24 * hour, to: end } };

describe.each(["reference", "classic"] as const)("over the embedded account in its %s names", (catalogue) => {
  let proxy: RunningProxy;
  let fields: FieldRoles;
  let told: Map<string, Told>;

  beforeAll(async () => {
    proxy = await startSample({ conversations: 400, catalogue });
    servePageFrom(proxy.url);
    fields = await fieldsOf(proxy.url);
    told = await tellAll(proxy.url, fields, zone);
  }, 60_000);

  afterAll(async () => {
    servePageFrom(undefined);
    await proxy.close();
  });

  test.each(["all", "one status"])("sentiment by channel is what a plain recount counts, with %s", async (choice) => {
    const status = [...told.values()].flatMap(({ values }) => [...values.status]).slice(0, 1);
    const chosen = choice === "all" ? nothingChosen : { ...nothingChosen, status };
    const view = { ...defaultView(zone), chosen };
    const { wrapper } = queries();
    const { result } = renderHook(() => useCrossing(view, fields, pin), { wrapper });
    await waitFor(() => readyData(result.current), { timeout: 15_000 });
    const list = chosenOf(told, pin.window, chosen);
    const { rows, population } = readyData(result.current);
    expect(population.count).toBe(list.length);
    for (const { key, total, counts } of rows) {
      const same = (one: string) => (key === "" ? false : one.toLowerCase() === key);
      const of = list.filter(({ values }) => (key === "" ? values.channel.size === 0 : [...values.channel].some(same)));
      expect(total, key).toBe(of.length);
      for (const [sentiment, count] of counts) {
        const having = of.filter(({ values }) =>
          sentiment === ""
            ? values.sentiment.size === 0
            : [...values.sentiment].some((one) => one.toLowerCase() === sentiment),
        );
        expect(count, `${key} ${sentiment}`).toBe(having.length);
      }
    }
  });

  test("weekdays and hours are what a plain recount counts", async () => {
    const view = defaultView(zone);
    const { wrapper } = queries();
    const { result } = renderHook(() => useWeekHours(view, fields, pin), { wrapper });
    await waitFor(() => readyData(result.current), { timeout: 15_000 });
    const expected = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0));
    for (const { at } of chosenOf(told, pin.window, nothingChosen)) {
      const { dayOfWeek, hour: clock } = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
      const day = expected[dayOfWeek - 1] ?? [];
      day[clock] = (day[clock] ?? 0) + 1;
    }
    expect(readyData(result.current).days.map((hours) => hours.map(({ count }) => count))).toEqual(expected);
  });
});
