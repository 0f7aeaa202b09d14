import { renderHook, waitFor } from "@testing-library/react";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, expect, test } from "vitest";
import { usePreviousPeriod } from "../../../../client/charts/previous/use-previous-period.ts";
import { prepareTrend } from "../../../../client/charts/trend/prepare.ts";
import { useTrend } from "../../../../client/charts/trend/use-trend.ts";
import { useBreakdowns } from "../../../../client/insights/use-breakdowns.ts";
import { resolveRange } from "../../../../client/view/range.ts";
import { defaultView, nothingChosen } from "../../../../client/view/view.ts";
import type { FieldRoles } from "../../../../contract/fields.ts";
import { perCubeRole } from "../../../../contract/roles.ts";
import { type RunningProxy, startSample } from "../../../support/servers/proxy.ts";
import { servePageFrom } from "../../insights/pages-base.ts";
import { queries, readyData } from "../../insights/queries.tsx";
import { chosenOf, fieldsOf, splitOf, type Told, tellAll } from "../../insights/recount.ts";

const zone = "Asia/Kathmandu";
const hour = 3_600_000;
// The recount knows hours of the zone, which begin at :15.
const end = Math.floor((Date.now() - hour / 4) / hour) * hour + hour / 4 - 2 * hour;
const window = { from: end - 10 * 24 * hour, to: end };
const before = { from: window.from - 10 * 24 * hour, to: window.from };
const range = { kind: "relative", amount: 240, unit: "hour" } as const;
const pin = { id: 1, at: end, window };

const absent = { status: "absent", reason: "not asked" } as const;

let proxy: RunningProxy;
let fields: FieldRoles;
let told: Map<string, Told>;

beforeAll(async () => {
  proxy = await startSample({ conversations: 600 });
  servePageFrom(proxy.url);
  fields = await fieldsOf(proxy.url);
  told = await tellAll(proxy.url, fields, zone);
}, 60_000);

afterAll(async () => {
  servePageFrom(undefined);
  await proxy.close();
});

test("the period before is counted as a plain recount counts it", async () => {
  const view = { ...defaultView(zone), range, compare: true };
  const { wrapper } = queries();
  const { result } = renderHook(() => usePreviousPeriod(view, fields, pin), { wrapper });
  await waitFor(() => expect(result.current?.trend && result.current.breakdowns.channel).toBeTruthy(), {
    timeout: 15_000,
  });
  const list = chosenOf(told, before, nothingChosen);
  expect(list.length).toBeGreaterThan(0);
  const { channel } = result.current?.breakdowns ?? {};
  const counts = Object.fromEntries(channel?.entries.map(({ key, count }) => [key, count]) ?? []);
  expect(counts).toEqual(splitOf(list, "channel").counts);
  expect(result.current?.trend?.population.count).toBe(list.length);
});

test("a view that does not compare asks for no window but its own", async () => {
  const view = { ...defaultView(zone), range };
  const { wrapper, client } = queries();
  const { result } = renderHook(() => usePreviousPeriod(view, fields, pin), { wrapper });
  await waitFor(() => expect(client.isFetching()).toBe(0));
  expect(result.current).toBeUndefined();
  const asked = client.getQueryCache().getAll();
  expect(asked.length).toBeGreaterThan(0);
  for (const { queryKey } of asked) {
    expect(JSON.stringify(queryKey)).toContain(new Date(window.to).toISOString());
    expect(queryKey[1]).toBe(pin.id);
  }
});

test.each([
  ["a range that ends in three days", { from: -2, to: 3 }],
  ["a range that ended long ago", { from: -9, to: -4 }],
])("every bucket that has begun has one of the period before to be held against, for %s", async (_, days) => {
  const midnight = Temporal.Now.zonedDateTimeISO(zone).startOfDay();
  const date = (add: number) => midnight.add({ days: add }).toPlainDate().toString();
  const fixed = { kind: "fixed", from: date(days.from), to: date(days.to - 1) } as const;
  const at = Date.now();
  const view = { ...defaultView(zone), range: fixed, compare: true };
  const own = { id: 7, at, window: resolveRange(fixed, zone, at) };
  const { wrapper } = queries();
  const { result } = renderHook(
    () => {
      const { charts } = useBreakdowns(
        view,
        fields,
        own,
        perCubeRole(() => absent),
      );
      return {
        trend: useTrend(view, fields, own, absent, { sentiment: charts.sentiment }),
        previous: usePreviousPeriod(view, fields, own),
      };
    },
    { wrapper },
  );
  await waitFor(() => {
    readyData(result.current.trend);
    expect(result.current.previous?.trend).toBeTruthy();
  });
  const { trend, period } = result.current.previous ?? {};
  if (!trend || !period) throw new Error("There is no period before");
  const { rows } = prepareTrend(readyData(result.current.trend), { previous: { trend, period }, at });
  expect(rows.length).toBe(5);
  for (const { previous, ahead } of rows) expect(previous === undefined).toBe(ahead);
});
