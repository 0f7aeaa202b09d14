import { act, renderHook } from "@testing-library/react";
import { StrictMode } from "react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { usePin } from "../../../client/view/pin.ts";
import type { TimeRange } from "../../../client/view/view.ts";

const hour: TimeRange = { kind: "relative", amount: 1, unit: "hour" };
const noon = Date.parse("2026-11-22T12:00:00Z");

beforeEach(() => {
  vi.useFakeTimers({ now: noon, toFake: ["Date"] });
});

afterEach(() => {
  vi.useRealTimers();
});

function pin(range: TimeRange = hour, zone = "UTC") {
  return renderHook((props: { range: TimeRange; zone: string }) => usePin(props.range, props.zone), {
    initialProps: { range, zone },
    wrapper: StrictMode,
  });
}

describe("the pin of a view", () => {
  test("is one moment: the window ends where it was taken", () => {
    expect(pin().result.current).toMatchObject({ at: noon, window: { from: noon - 3_600_000, to: noon } });
  });

  test("stays the same object while the clock goes on and the range is said again", () => {
    const { result, rerender } = pin();
    const first = result.current;
    vi.setSystemTime(noon + 60_000);
    rerender({ range: { ...hour }, zone: "UTC" });
    expect(result.current).toBe(first);
  });

  test("is taken anew for another range, and never shown with the former one's window", () => {
    const shown: { range: TimeRange; from: number; to: number }[] = [];
    const { rerender } = renderHook(
      ({ range }: { range: TimeRange }) => {
        const { window } = usePin(range, "UTC");
        shown.push({ range, ...window });
      },
      { initialProps: { range: hour } },
    );
    vi.setSystemTime(noon + 60_000);
    const two: TimeRange = { ...hour, amount: 2 };
    rerender({ range: two });
    const ofTwo = shown.filter(({ range }) => range === two);
    expect(ofTwo.length).toBeGreaterThan(0);
    for (const { from, to } of ofTwo) expect({ from, to }).toEqual({ from: noon - 7_140_000, to: noon + 60_000 });
  });

  test("is taken anew for another zone", () => {
    const day: TimeRange = { kind: "relative", amount: 1, unit: "day" };
    const { result, rerender } = pin(day);
    const { id } = result.current;
    rerender({ range: day, zone: "Asia/Kathmandu" });
    expect(result.current.id).not.toBe(id);
    expect(result.current.window.from).toBe(Date.parse("2026-11-21T18:15:00Z"));
  });

  test("changes its id and moves to now on refresh, for the range that is shown by then", () => {
    const { result, rerender } = pin();
    rerender({ range: { ...hour, amount: 2 }, zone: "UTC" });
    const { id } = result.current;
    vi.setSystemTime(noon + 60_000);
    act(() => result.current.refresh());
    expect(result.current.id).not.toBe(id);
    expect(result.current).toMatchObject({ at: noon + 60_000, window: { from: noon - 7_140_000 } });
    const second = result.current.id;
    act(() => result.current.refresh());
    expect(result.current.id).not.toBe(second);
  });

  test("has an id of its own in each place, so that two never share pages", () => {
    expect(pin().result.current.id).not.toBe(pin().result.current.id);
  });
});
