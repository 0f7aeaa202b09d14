import { expect, test } from "vitest";
import { systemClock } from "../../../server/clock.ts";
import { createGate } from "../../../server/twilio/gate.ts";
import { rateWindow } from "../../../server/twilio/rate-window.ts";
import type { RawAnswer } from "../../../server/twilio/transport.ts";

const call = (path: string) => ({ method: "GET", path }) as const;
const ok: RawAnswer = { status: 200, headers: {}, bytes: Buffer.alloc(0) };
const limited = (headers: Record<string, string>): RawAnswer => ({ status: 429, headers, bytes: Buffer.alloc(0) });
const turn = () => new Promise((resolve) => setImmediate(resolve));

/** A transport that answers when it is told. */
function held() {
  const open: { path: string; answer: (answer: RawAnswer) => void }[] = [];
  const sent: string[] = [];
  const send = ({ path }: { path: string }) =>
    new Promise<RawAnswer>((resolve) => {
      sent.push(path);
      open.push({ path, answer: resolve });
    });
  return { send, sent, answer: (answer: RawAnswer) => open.shift()?.answer(answer) };
}

test("an export's call waits while a person's is under way, and goes after it", async () => {
  const transport = held();
  const gate = createGate(transport.send, systemClock);
  const { signal } = new AbortController();
  void gate.interactive(call("click"), signal);
  void gate.background(call("export"), signal);
  await turn();
  expect(transport.sent).toEqual(["click"]);
  transport.answer(ok);
  await turn();
  expect(transport.sent).toEqual(["click", "export"]);
  void gate.interactive(call("click 2"), signal);
  expect(transport.sent).toEqual(["click", "export", "click 2"]);
});

test("exports take turns, one at a time once the account has refused a call", async () => {
  let now = 1_000_000;
  const transport = held();
  const gate = createGate(transport.send, { ...systemClock, now: () => now });
  const { signal } = new AbortController();
  void gate.background(call("first"), signal);
  await turn();
  transport.answer(limited({ "retry-after": "1" }));
  await turn();
  now += 2000;
  for (const path of ["a", "b", "c"]) void gate.background(call(path), signal);
  await turn();
  expect(transport.sent).toEqual(["first", "a"]);
  transport.answer(ok);
  await turn();
  expect(transport.sent).toEqual(["first", "a", "b"]);
});

test("a wait is told, and whoever gives up leaves the queue", async () => {
  const transport = held();
  const gate = createGate(transport.send, systemClock);
  const controller = new AbortController();
  const refused = gate.background(call("first"), controller.signal);
  await turn();
  transport.answer(limited({ "x-ratelimit-reset": "600" }));
  await refused;
  const told: number[] = [];
  const waiting = gate.background(call("second"), controller.signal, (until) => told.push(until));
  await turn();
  expect(told[0]).toBeGreaterThan(systemClock.now() + 500_000);
  controller.abort(new Error("enough"));
  await expect(waiting).rejects.toThrow("enough");
  expect(transport.sent).toEqual(["first"]);
});

test("exports leave a part of each window to whoever is browsing", () => {
  let now = 1_000_000;
  const window = rateWindow(() => now);
  expect(window.opensAt()).toBeLessThanOrEqual(now);
  window.answered("background", limited({ "x-ratelimit-limit": "5", "x-ratelimit-reset": "10" }), now);
  expect(window.opensAt()).toBe(now + 10_000);
  now += 10_000;
  const used = () => {
    let calls = 0;
    for (; window.opensAt() <= now; calls += 1) window.started("background");
    return calls;
  };
  expect(used()).toBe(4);
  expect(window.opensAt()).toBe(now + 10_000);
  now += 10_000;
  window.started("interactive");
  expect(used()).toBe(2);
  now += 10_000;
  window.answered("interactive", limited({ "x-ratelimit-limit": "5", "x-ratelimit-reset": "10" }), now);
  expect(window.opensAt()).toBeGreaterThan(now + 10_000);
});

test("what a 429 taught is forgotten in time", () => {
  let now = 1_000_000;
  const window = rateWindow(() => now);
  window.answered("background", limited({}), now);
  expect(window.limited).toBe(true);
  now += 3_600_000;
  expect(window.limited).toBe(false);
  expect(window.opensAt()).toBeLessThanOrEqual(now);
});

test("a limit of more than ten minutes is doubted: one call finds out after one, and the others wait for it", async () => {
  let now = 1_000_000;
  const transport = held();
  const due: { at: number; call: () => void }[] = [];
  const clock = {
    now: () => now,
    after(ms: number, call: () => void) {
      due.push({ at: now + ms, call });
      return () => undefined;
    },
  };
  const gate = createGate(transport.send, clock);
  const { signal } = new AbortController();
  void gate.background(call("first"), signal);
  await turn();
  transport.answer(limited({ "x-ratelimit-reset": "86400" }));
  await turn();
  for (const path of ["a", "b"]) void gate.background(call(path), signal);
  await turn();
  expect(transport.sent).toEqual(["first"]);
  now += 60_000;
  for (const { at, call: go } of due.splice(0)) if (at <= now) go();
  await turn();
  expect(transport.sent).toEqual(["first", "a"]);
  transport.answer(limited({ "x-ratelimit-reset": "86400" }));
  await turn();
  expect(transport.sent).toEqual(["first", "a"]);
});

test("an answer to a call that went out after a refusal opens what was closed, once", () => {
  let now = 1_000_000;
  const window = rateWindow(() => now);
  window.answered("background", limited({ "x-ratelimit-reset": "600" }), now - 500);
  const closed = window.opensAt();
  expect(closed).toBe(now + 600_000);
  // One that was on its way before says nothing, nor does a fault.
  now += 10;
  window.answered("interactive", ok, now - 400);
  window.answered("interactive", { ...ok, status: 502 }, now);
  expect(window.opensAt()).toBe(closed);
  now += 5000;
  window.answered("interactive", ok, now - 100);
  expect(window.opensAt()).toBeLessThanOrEqual(now);
  // It was not wrong after all: this time it is waited for.
  window.answered("background", limited({ "x-ratelimit-reset": "60" }), now);
  now += 5000;
  window.answered("interactive", ok, now - 100);
  expect(window.opensAt()).toBe(now + 55_000);
});

test("a limit that answers contradict is none", () => {
  let now = 1_000_000;
  const window = rateWindow(() => now);
  window.answered("background", limited({ "x-ratelimit-limit": "1", "x-ratelimit-reset": "600" }), now);
  const click = () => {
    now += 1000;
    window.started("interactive");
    window.answered("interactive", ok, now);
  };
  click();
  click();
  expect(window.opensAt()).toBeGreaterThan(now + 500_000);
  click();
  expect(window.opensAt()).toBeLessThanOrEqual(now);
});
