import { type ComponentType, createElement, type ReactNode, Suspense, use, useEffect } from "react";
import { loadLaterWords } from "../words/words.ts";
import { focusArrived } from "./focus-first.ts";

const loads: (() => Promise<unknown>)[] = [];

/**
 * A part of the screen that is a file of its own, loaded when it is first drawn or when the page is idle. Unlike
 * React's `lazy`, a part that is there already is drawn at once, without a blink of what stands in for it.
 * `load` begins to load it, for when it will soon be wanted.
 * It has the words that the first screen does without, unless it needs none of them. A file that cannot be loaded is an error of the part, for the Boundary around it.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  waiting: (props: Props) => ReactNode,
  { withoutLaterWords = false } = {},
): ((props: Props) => ReactNode) & { load: () => void } {
  let asked: Promise<ComponentType<Props>> | undefined;
  let loaded: ComponentType<Props> | undefined;
  const once = (): Promise<ComponentType<Props>> => {
    asked ??= Promise.all([load(), withoutLaterWords || loadLaterWords()]).then(([part]) => {
      loaded = part;
      return part;
    });
    return asked;
  };
  loads.push(once);

  function Loaded(props: Props) {
    // A dialog that opened before its content was there has waited with the focus for it.
    useEffect(focusArrived, []);
    return createElement(loaded ?? use(once()), props);
  }

  function LazyPart(props: Props) {
    return (
      <Suspense fallback={waiting(props)}>
        <Loaded {...props} />
      </Suspense>
    );
  }
  // One that fails says so where it is drawn.
  return Object.assign(LazyPart, { load: () => void once().catch(() => undefined) });
}

/** Loads every part that is not there yet, and those that come with them. One that fails says so where it is drawn. */
export async function loadParts(): Promise<void> {
  for (let done = 0; done < loads.length; ) {
    const next = loads.slice(done);
    done = loads.length;
    await Promise.allSettled(next.map((load) => load()));
  }
}

const lookMs = 250;
/** A rate limit may hold the first answers up for a minute, and a person may click meanwhile. */
const longestMs = 5000;

/**
 * Loads the parts once the page has nothing better to do, so that the first click on one does not wait. The first answers
 * come first: a browser asks for six things at a time, and the parts are more.
 *
 * @param isWaiting whether the page still waits for them.
 */
export function loadPartsWhenIdle(isWaiting: () => boolean): void {
  const latest = performance.now() + longestMs;
  const look = (): void => {
    if (isWaiting() && performance.now() < latest) setTimeout(look, lookMs);
    // Safari has no idle callback.
    else if ("requestIdleCallback" in window) window.requestIdleCallback(() => void loadParts(), { timeout: lookMs });
    else void loadParts();
  };
  setTimeout(look, lookMs);
}
