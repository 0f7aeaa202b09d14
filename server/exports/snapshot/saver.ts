/** Saves a changing thing: one write at a time, and however many ask meanwhile share the next one. */
export type Saver = {
  /** Resolves when everything that was true at the call is saved. */
  save(): Promise<void>;
  /** Resolves when nothing is being written, whatever came of it. */
  idle(): Promise<void>;
};

export function saver(write: () => Promise<void>): Saver {
  let current: Promise<void> | undefined;
  let next: Promise<void> | undefined;

  function begin(): Promise<void> {
    const writing = write().finally(() => {
      if (current === writing) current = undefined;
    });
    current = writing;
    return writing;
  }

  return {
    save() {
      if (!current) return begin();
      next ??= current
        .catch(() => undefined)
        .then(() => {
          next = undefined;
          return begin();
        });
      return next;
    },
    async idle() {
      while (current ?? next) await (next ?? current)?.catch(() => undefined);
    },
  };
}
