import { act, renderHook, waitFor } from "@testing-library/react";
import { beforeEach, describe, expect, test } from "vitest";
import { browserZone } from "../../../client/browser/zone.ts";
import { withChosen } from "../../../client/view/choose.ts";
import { useView } from "../../../client/view/use-view.ts";
import { defaultView, withRange, withSort } from "../../../client/view/view.ts";

const bare = defaultView(browserZone());

beforeEach(() => {
  window.history.pushState(null, "", "/");
});

function view() {
  return renderHook(() => useView()).result;
}

describe("the view in the address bar", () => {
  test("is read from it, notes and all", () => {
    window.history.pushState(null, "", "/?channel=voice&range=soon");
    const { current } = view();
    expect(current.view).toEqual(withChosen(bare, "channel", ["voice"]));
    expect(current.notes).toHaveLength(1);
  });

  test("is written to it, and every reader follows", () => {
    const one = view();
    const other = view();
    act(() => one.current.setView(withChosen(bare, "channel", ["a&b", "é"])));
    expect(window.location.search).toContain("channel=a%26b");
    expect(one.current.view.chosen.channel).toEqual(["a&b", "é"]);
    expect(other.current.view).toEqual(one.current.view);
  });

  test("makes one step of the history for each change, and Back and Forward go through them", async () => {
    const { current: first } = view();
    const hook = view();
    const before = window.history.length;
    act(() => first.setView(withChosen(bare, "channel", ["a"])));
    act(() => first.setView(withChosen(bare, "channel", ["a", "b"])));
    expect(window.history.length).toBe(before + 2);
    act(() => window.history.back());
    await waitFor(() => expect(hook.current.view.chosen.channel).toEqual(["a"]));
    act(() => window.history.back());
    await waitFor(() => expect(hook.current.view).toEqual(bare));
    expect(window.location.search).toBe("");
    act(() => window.history.forward());
    await waitFor(() => expect(hook.current.view.chosen.channel).toEqual(["a"]));
  });

  test("makes no step for a view that is there already", () => {
    const hook = view();
    const next = withSort(bare, { field: "a 'b'", direction: "ASC" });
    act(() => hook.current.setView(bare));
    act(() => hook.current.setView(next));
    const before = window.history.length;
    act(() => hook.current.setView({ ...next }));
    expect(window.history.length).toBe(before);
  });

  test("makes no step either where the address says the same in other words", () => {
    window.history.pushState(null, "", "/?sort=Id:asc&range=30d&channel=");
    const hook = view();
    const before = window.history.length;
    act(() => hook.current.setView(hook.current.view));
    expect(window.history.length).toBe(before);
    act(() => hook.current.setView(withRange(hook.current.view, { kind: "relative", amount: 1, unit: "day" })));
    expect(window.history.length).toBe(before + 1);
    expect(window.location.search).toMatch(/^\?v=1&range=1d&sort=Id:asc&tz=/);
  });

  test("leaves the page's path alone, also back at the default view", () => {
    window.history.pushState(null, "", "/dash/?channel=a");
    const hook = view();
    act(() => hook.current.setView(withChosen(bare, "channel", ["b"])));
    expect(window.location.pathname).toBe("/dash/");
    act(() => hook.current.setView(bare));
    expect(window.location.pathname + window.location.search).toBe("/dash/");
  });

  test("is the same object until the address changes", () => {
    const { result, rerender } = renderHook(() => useView());
    const { view: before } = result.current;
    rerender();
    expect(result.current.view).toBe(before);
  });
});
