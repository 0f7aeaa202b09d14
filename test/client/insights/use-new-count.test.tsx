import { renderHook, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, test } from "vitest";
import { nothingTold } from "../../../client/api/told.ts";
import { type OnScreen, onScreen, useNewCount } from "../../../client/insights/use-new-count.ts";
import { withChosen } from "../../../client/view/choose.ts";
import type { Pin } from "../../../client/view/pin.ts";
import { defaultView, type View } from "../../../client/view/view.ts";
import { findFields } from "../../../contract/fields.ts";
import { reference } from "../../contract/samples.ts";
import { type FakeUpstream, startFakeUpstream } from "../../support/servers/fake-upstream.ts";
import { page } from "../../support/servers/replies.ts";
import { servePageFrom } from "./pages-base.ts";
import { queries } from "./queries.tsx";

const at = Date.parse("2026-11-22T13:20:00Z");
const pin: Pin = { id: 1, at, window: { from: at - 7 * 86_400_000, to: at } };
const view = withChosen(defaultView("UTC"), "channel", ["voice"]);
const fields = findFields(reference);

let server: FakeUpstream;

beforeEach(async () => {
  server = await startFakeUpstream();
  servePageFrom(server.url);
  let count = 40;
  server.reply((response, received) => {
    const answer = page([{ "Conversation.Count": count }])(response, received);
    count += 12;
    return answer;
  });
});

afterEach(async () => {
  servePageFrom(undefined);
  await server.close();
});

const counted: OnScreen = { kind: "counted", count: 35 };
const untold: OnScreen = { kind: "untold" };

type Look = { every: number | undefined; of?: Pin; shown?: OnScreen; seen?: View };

function look(first: Look) {
  const { wrapper } = queries();
  const use = ({ every, of = pin, shown = counted, seen = view }: Look) => useNewCount(seen, fields, of, shown, every);
  return renderHook(use, { wrapper, initialProps: first });
}

test("What the screen shows is taken from what there is now, under its filters and from the beginning of its time", async () => {
  const { result } = look({ every: 3_600_000 });
  await waitFor(() => expect(result.current).toBe(5));
  const [body] = server.received.map((one) => one.body);
  expect(server.received).toHaveLength(1);
  expect(body).toContain('"values":["voice"]');
  // What has become older than a week since the pin counts on both sides, and so hides nothing.
  expect(body).toContain("2026-11-15T13:19:59.999Z");
  expect(body).not.toContain("2026-11-22T13:20:00.000Z");
  expect(body).not.toContain("dimensions");
});

test("It is looked for again and again, against the same screen", async () => {
  const { result } = look({ every: 20 });
  await waitFor(() => expect(result.current).toBeGreaterThanOrEqual(29));
  expect((result.current - 5) % 12).toBe(0);
});

test("Where nothing on the screen tells, what was there at the pin is counted once, when looking begins", async () => {
  const { result } = look({ every: 20, shown: untold });
  await waitFor(() => expect(result.current).toBeGreaterThanOrEqual(24));
  const ends = server.received.filter(({ body }) => body.includes("2026-11-22T13:20:00.000Z"));
  expect(ends).toHaveLength(1);
});

test("Other filters and a refresh announce nothing until their own screen is counted", async () => {
  const { result, rerender } = look({ every: 3_600_000 });
  await waitFor(() => expect(result.current).toBe(5));
  const seen = withChosen(view, "channel", ["sms"]);
  rerender({ every: 3_600_000, seen, shown: { kind: "coming" } });
  expect(result.current).toBe(0);
  rerender({ every: 3_600_000, seen, shown: { kind: "counted", count: 50 } });
  await waitFor(() => expect(result.current).toBe(2));
  rerender({ every: 3_600_000, seen, of: { ...pin, id: 2 }, shown: { kind: "coming" } });
  expect(result.current).toBe(0);
  expect(server.received).toHaveLength(2);
});

test("Nothing is asked on request only, and nothing for a time that is over", () => {
  expect(look({ every: undefined }).result.current).toBe(0);
  expect(look({ every: 20, of: { ...pin, window: { from: 0, to: at - 1 } } }).result.current).toBe(0);
  expect(server.received).toHaveLength(0);
});

test("The first that counts everything tells how many there are, and one that is on its way is waited for", () => {
  const ready = (count: number, kind: "all" | "loaded" = "all", updating = false) =>
    ({ status: "ready", data: { population: { kind, count } }, updating }) as const;
  const failed = { status: "failed", error: undefined, retry: () => undefined } as const;
  expect(onScreen([ready(3), ready(4)])).toEqual({ kind: "counted", count: 3 });
  expect(onScreen([failed, ready(9, "loaded"), ready(4)])).toEqual({ kind: "counted", count: 4 });
  expect(onScreen([ready(3, "all", true), ready(4)])).toEqual({ kind: "coming" });
  expect(onScreen([{ status: "loading" }, ready(4)])).toEqual({ kind: "coming" });
  expect(onScreen([{ status: "absent", reason: "" }, failed])).toEqual({ kind: "untold" });
});

test("What could not be read is not told to be new", () => {
  const ready = (count: number, lost: number) =>
    ({
      status: "ready",
      data: { population: { kind: "all", count }, told: { ...nothingTold, lost } },
      updating: false,
    }) as const;
  expect(onScreen([ready(3, 1), ready(4, 0)])).toEqual({ kind: "counted", count: 4 });
  expect(onScreen([ready(3, 1)])).toEqual({ kind: "untold" });
});
