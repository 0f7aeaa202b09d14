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
    if (now !== letters.get()) letters.set(now);
  });
  observer.observe(line);
  return () => {
    observer.disconnect();
    line.remove();
  };
}

const letters = makeStore(read(), follow);

/**
 * How large the letters are that the person asked their browser for, as a share of the usual ones. Styles follow them by
 * `rem`; this is for what is reckoned in pixels.
 */
export function useLetters(): number {
  return useStore(letters);
}

/** The same at this moment, outside of a component. */
export function lettersNow(): number {
  return letters.get();
}
