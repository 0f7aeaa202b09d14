import { act, renderHook, waitFor } from "@testing-library/react";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { browserZone } from "../../../client/browser/zone.ts";
import { withChosen } from "../../../client/view/choose.ts";
import { useView } from "../../../client/view/use-view.ts";
import { defaultView, withOpen, withRange, withSort } from "../../../client/view/view.ts";

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

describe("a conversation that is closed", () => {
  const voice = withChosen(bare, "channel", ["voice"]);
  const start = withChosen(bare, "channel", ["sms"]);

  /** The hook on a view that was come to from another. */
  function opened() {
    const hook = view();
    act(() => hook.current.setView(start));
    act(() => hook.current.setView(voice));
    act(() => hook.current.setView(withOpen(voice, "CH1")));
    return hook;
  }

  async function close(hook: ReturnType<typeof view>) {
    const next = withOpen(hook.current.view, undefined);
    act(() => hook.current.setView(next));
    await waitFor(() => expect(hook.current.view).toEqual(next));
  }

  async function back(hook: ReturnType<typeof view>, to: typeof bare) {
    act(() => window.history.back());
    await waitFor(() => expect(hook.current.view).toEqual(to));
  }

  test("is not opened by Back, also after steps to other conversations", async () => {
    const hook = opened();
    const { length } = window.history;
    act(() => hook.current.setView(withOpen(voice, "CH2"), { replace: true }));
    await close(hook);
    expect(window.history.length).toBe(length);
    await back(hook, start);
  });

  test("is closed also where the browser does not go back", async () => {
    const hook = opened();
    vi.useFakeTimers();
    try {
      vi.spyOn(window.history, "go").mockImplementation(() => {});
      act(() => hook.current.setView(voice));
      expect(hook.current.view).toEqual(withOpen(voice, "CH1"));
      act(() => void vi.advanceTimersByTime(2000));
      expect(hook.current.view).toEqual(voice);
    } finally {
      vi.useRealTimers();
    }
    act(() => hook.current.setView(withOpen(voice, "CH2")));
    vi.restoreAllMocks();
    await close(hook);
  });

  test("nor where another was opened beside it", async () => {
    const hook = opened();
    act(() => hook.current.setView(withOpen(voice, "CH2")));
    await close(hook);
    await back(hook, start);
  });

  test("leaves what was filtered meanwhile, each change a step of Back", async () => {
    const hook = opened();
    const [two, three] = [withChosen(voice, "language", ["en"]), withChosen(voice, "language", ["en", "es"])];
    act(() => hook.current.setView(withOpen(two, "CH1")));
    act(() => hook.current.setView(withOpen(three, "CH1")));
    await back(hook, withOpen(two, "CH1"));
    act(() => window.history.forward());
    await waitFor(() => expect(hook.current.view).toEqual(withOpen(three, "CH1")));
    await close(hook);
    await back(hook, two);
    await back(hook, voice);
    await back(hook, start);
  });

  test("is taken out of the link that opened it", async () => {
    window.history.pushState(null, "", "/?channel=sms");
    window.history.pushState(null, "", "/?channel=voice&open=CH1");
    const hook = view();
    const { length } = window.history;
    await close(hook);
    expect(window.history.length).toBe(length);
    await back(hook, start);
    act(() => window.history.forward());
    await waitFor(() => expect(hook.current.view).toEqual(voice));
  });

  test("is taken out of the link also when something was changed since", async () => {
    window.history.pushState(null, "", "/?channel=sms");
    window.history.pushState(null, "", "/?channel=voice&open=CH1");
    const hook = view();
    const two = withChosen(voice, "language", ["en"]);
    act(() => hook.current.setView(withOpen(two, "CH1")));
    await close(hook);
    await back(hook, voice);
    await back(hook, start);
  });

  test("leaves an address that was written by hand as it was", async () => {
    window.history.pushState(null, "", "/?channel=voice&range=7d");
    const hook = view();
    act(() => hook.current.setView(withOpen(voice, "CH1")));
    await close(hook);
    expect(window.location.search).toBe("?channel=voice&range=7d");
  });

  test("is closed once, however often it is asked for", async () => {
    const hook = opened();
    const go = vi.spyOn(window.history, "go");
    act(() => hook.current.setView(voice));
    act(() => hook.current.setView(voice));
    await waitFor(() => expect(hook.current.view).toEqual(voice));
    expect(go.mock.calls).toEqual([[-1]]);
    go.mockRestore();
  });
});
