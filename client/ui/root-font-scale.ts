import { usualPixels } from "./rem.ts";
import { makeStore, useStore } from "./store.ts";

function read(): number {
  const pixels = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return pixels > 0 ? pixels / usualPixels : 1;
}

/** Follows the setting while somebody uses it: a line as long as a letter is high changes with it. */
function follow(): () => void {
  const line = document.createElement("div");
  line.style.cssText = "position: absolute; width: 1rem; height: 0; visibility: hidden";
  line.setAttribute("aria-hidden", "true");
  document.body.append(line);
  const observer = new ResizeObserver(() => {
    const now = read();
    if (now !== scale.get()) scale.set(now);
  });
  observer.observe(line);
  return () => {
    observer.disconnect();
    line.remove();
  };
}

const scale = makeStore(read(), follow);

/**
 * The font size that the person has set in their browser, as a share of the usual 16 pixels. Styles follow it by `rem`;
 * this is for what is calculated in pixels.
 */
export function useRootFontScale(): number {
  return useStore(scale);
}

/** The same at this moment, outside of a component. */
export function rootFontScale(): number {
  return scale.get();
}
