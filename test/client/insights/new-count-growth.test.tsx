import { act, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { useTrend } from "../../../client/charts/trend/use-trend.ts";
import { useBreakdowns } from "../../../client/insights/use-breakdowns.ts";
import { onScreen, useNewCount } from "../../../client/insights/use-new-count.ts";
import { withChosen } from "../../../client/view/choose.ts";
import type { Pin } from "../../../client/view/pin.ts";
import { resolveRange } from "../../../client/view/range.ts";
import { defaultView, type View } from "../../../client/view/view.ts";
import type { FieldRoles } from "../../../contract/fields.ts";
import { perCubeRole } from "../../../contract/roles.ts";
import type { StandIn } from "../../../server/stand-in/options.ts";
import { startStandIn } from "../../../server/stand-in/start.ts";
import { type RunningProxy, startBefore } from "../../support/servers/proxy.ts";
import { servePageFrom } from "./pages-base.ts";
import { queries } from "./queries.tsx";
import { fieldsOf, type Told, tellAll } from "./recount.ts";

const absent = { status: "absent", reason: "not asked" } as const;
const noneLoaded = perCubeRole(() => absent);
// Looks that follow an arrival come long before the next one.
const every = 100;
const bare = defaultView("UTC");

type Shown = { view: View; pin: Pin; every: number | undefined };

let standIn: StandIn;
let proxy: RunningProxy;
let fields: FieldRoles;
let known: Map<string, Told>;

beforeEach(async () => {
  // The account grows, and the page looks, when the test says so.
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  standIn = await startStandIn({ conversations: 400, live: true });
  proxy = await startBefore(standIn);
  servePageFrom(proxy.url);
  fields = await fieldsOf(proxy.url);
  known = await tellAll(proxy.url, fields, "UTC");
});

afterEach(async () => {
  servePageFrom(undefined);
  await proxy.close();
  await standIn.close();
  vi.useRealTimers();
});

let lastPin = 0;

function pinNow(): Pin {
  const at = Date.now();
  lastPin += 1;
  return { id: lastPin, at, window: resolveRange({ kind: "relative", amount: 7, unit: "day" }, "UTC", at) };
}

/** What is announced beside the charts of the same view, as the dashboard has it. */
function useAnnounced({ view, pin, every: pace }: Shown) {
  const { charts } = useBreakdowns(view, fields, pin, noneLoaded);
  const trend = useTrend(view, fields, pin, absent, { sentiment: charts.sentiment });
  const shown = onScreen([trend, ...Object.values(charts)]);
  return { shown, announced: useNewCount(view, fields, pin, shown, pace) };
}

function screen(first: Shown) {
  const { wrapper } = queries();
  return renderHook(useAnnounced, { wrapper, initialProps: first });
}

/** Time passes until conversations have arrived; gives the channels of each that is new. */
async function arrivals(): Promise<ReadonlySet<string>[]> {
  act(() => void vi.advanceTimersByTime(10_000));
  let all = known;
  // Not by `vi.waitFor`, which lets time pass with each try.
  async function countAll(): Promise<number> {
    all = await tellAll(proxy.url, fields, "UTC");
    return all.size;
  }
  await expect.poll(countAll).toBeGreaterThan(known.size);
  const fresh = [...all.values()].filter(({ id }) => !known.has(id));
  known = all;
  return fresh.map(({ values }) => values.channel);
}

/** Waits until one look more tells so many. */
async function announces({ result }: ReturnType<typeof screen>, many: number): Promise<void> {
  await act(async () => void (await vi.advanceTimersByTimeAsync(every)));
  await expect.poll(() => result.current.announced).toBe(many);
}

/** Has every conversation that has a channel; but a count of it is not what the charts have asked for anyway. */
function inAnyChannel(): View {
  return withChosen(bare, "channel", [...new Set([...known.values()].flatMap(({ values }) => [...values.channel]))]);
}

async function isCounted({ result }: ReturnType<typeof screen>): Promise<void> {
  await expect.poll(() => result.current.shown.kind).toBe("counted");
}

test("What arrived before looking began is announced, too, once, and no more after a refresh", async () => {
  const pin = pinNow();
  const view = inAnyChannel();
  const matching = async () => (await arrivals()).filter((channels) => channels.size > 0).length;
  const page = screen({ view, pin, every: undefined });
  await isCounted(page);
  const early = await matching();
  expect(page.result.current.announced).toBe(0);
  page.rerender({ view, pin, every });
  await announces(page, early);
  const late = await matching();
  await announces(page, early + late);
  page.rerender({ view, pin: pinNow(), every });
  expect(page.result.current.announced).toBe(0);
  await isCounted(page);
  const last = await matching();
  await announces(page, last);
});

test("Other filters are held against their own rows, which have what came before them", async () => {
  const pin = pinNow();
  const page = screen({ view: bare, pin, every });
  await isCounted(page);
  const [channels = new Set<string>()] = await arrivals();
  const [channel = ""] = channels;
  page.rerender({ view: withChosen(bare, "channel", [channel]), pin, every });
  await isCounted(page);
  let matching = 0;
  while (matching === 0) matching += (await arrivals()).filter((one) => one.has(channel)).length;
  await announces(page, matching);
});
