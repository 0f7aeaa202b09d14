/** Code that no first paint runs. */
export type Late<Part> = {
  /** Asks for it, once. */
  ask: () => void;
  /** The code; undefined until it is there, and where it cannot be loaded. */
  get: () => Part | undefined;
};

/** For what an event needs at once: it is asked for with the first list, long before anybody presses anything. */
export function late<Part>(load: () => Promise<Part>): Late<Part> {
  let part: Part | undefined;
  let isAsked = false;
  return {
    ask() {
      if (isAsked) return;
      isAsked = true;
      load().then(
        (loaded) => {
          part = loaded;
        },
        () => undefined,
      );
    },
    get: () => part,
  };
}
