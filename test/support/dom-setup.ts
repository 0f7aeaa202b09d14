import { format } from "node:util";
import { onlineManager } from "@tanstack/react-query";
import { cleanup, configure } from "@testing-library/react";
import { afterAll, afterEach, beforeAll, beforeEach, expect, vi } from "vitest";
import { chosenRegion } from "../../client/browser/region.ts";
import { loadParts } from "../../client/ui/lazy-part.tsx";
import { loadLaterWords } from "../../client/words/words.ts";

// For what never comes, not for what is slow.
configure({ asyncUtilTimeout: 20_000 });

// What jsdom lacks and Mantine asks for. Plain stubs: nothing is ever measured or matched.
class NoResizeObserver implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

function noMatch(query: string): MediaQueryList {
  const nothing = (): void => {};
  return {
    matches: false,
    media: query,
    onchange: null,
    addListener: nothing,
    removeListener: nothing,
    addEventListener: nothing,
    removeEventListener: nothing,
    dispatchEvent: () => false,
  };
}

window.ResizeObserver = NoResizeObserver;
window.matchMedia = noMatch;
window.scrollTo = () => {};
Element.prototype.scrollTo = () => {};
Element.prototype.scrollIntoView = () => {};
Element.prototype.setPointerCapture = () => {};

// A warning in the console is a defect in waiting (a missing key, a wrong prop, an update after unmount), so it fails
// the test that caused it. A test that expects one replaces the method with `vi.spyOn` for its own length.
let complaints: string[] = [];

// A page that has been open for a moment has its lazy parts.
beforeAll(loadParts);
beforeAll(loadLaterWords);

/** Tests say how times and weeks are written, as they say the zone; what browsers have differs. */
const region = { key: "earshot-region", text: JSON.stringify({ clock: "24", week: "1" }) };

// It is read once. Read before any test, it is the same whichever test comes first and whatever that one clears.
localStorage.setItem(region.key, region.text);
beforeAll(() => void chosenRegion());

beforeEach(() => {
  localStorage.setItem(region.key, region.text);
  complaints = [];
  for (const level of ["error", "warn"] as const) {
    vi.spyOn(console, level).mockImplementation((...words: unknown[]) => {
      complaints.push(`console.${level}: ${format(...words)}`);
    });
  }
});

afterEach(() => {
  cleanup();
  document.body.replaceChildren();
  localStorage.clear();
  sessionStorage.clear();
  window.history.replaceState(null, "", "/");
  // What packages keep: user-event its stand-in for the clipboard, TanStack Query whether the machine is online.
  Reflect.deleteProperty(navigator, "clipboard");
  onlineManager.setOnline(true);
  expect(complaints, "the console must stay silent").toEqual([]);
});

// The next file has the same document.
afterAll(() => {
  for (const { attributes } of [document.documentElement, document.body]) {
    for (const { name } of [...attributes]) attributes.removeNamedItem(name);
  }
});
