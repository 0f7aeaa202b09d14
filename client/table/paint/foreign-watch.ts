/** What of an element the list relies on: by its numbers a click finds its row, and its place is in its style. */
const watched: MutationObserverInit = {
  childList: true,
  characterData: true,
  subtree: true,
  attributes: true,
  attributeFilter: ["aria-rowindex", "aria-colindex", "style"],
};

/** So often rows are put right between two paintings: somebody who insists must not keep the page busy. */
const mostRepairs = 3;

/** Sees what somebody else changes in rows that only the painter draws. */
export type ForeignWatch = {
  /** Before the painter changes anything: takes down what was changed until now, and looks away. */
  pause: () => void;
  /** After it: looks again. All rows of the body are taken to be right. */
  resume: () => void;
  /** Rows may be put right at once again. */
  forgive: () => void;
  /** Whether a row is no longer what it was painted as, or not where it was put. */
  isForeign: (row: Element) => boolean;
};

/**
 * Watches the rows of a body. Looking away while the painter works keeps the browser from noting each of its changes.
 *
 * @param repair called when rows are not where, or not what, they say they are: all but the words in their cells.
 */
export function foreignWatch(body: HTMLElement, repair: () => void): ForeignWatch {
  const changed = new WeakSet<Element>();
  let repairs = 0;

  /** The row that a node is in, also one that was taken out of the body: its parent is none then. */
  function rowOf(node: Node): Element | undefined {
    let one: Node = node;
    while (one.parentNode && one.parentNode !== body) one = one.parentNode;
    return one instanceof Element ? one : undefined;
  }

  /** Takes down which rows are changed. Whether more than words are. */
  function note(records: readonly MutationRecord[]): boolean {
    let isOut = false;
    for (const { type, target, attributeName } of records) {
      const row = target === body ? undefined : rowOf(target);
      // Colours that an addition of the browser gives to a word are no harm.
      if (type === "attributes" && attributeName === "style" && target !== row) continue;
      if (row) changed.add(row);
      if (target === body || target === row || type === "attributes") isOut = true;
    }
    return isOut;
  }

  const observer = new MutationObserver((records) => {
    if (!note(records) || repairs >= mostRepairs) return;
    repairs += 1;
    repair();
  });
  return {
    pause() {
      note(observer.takeRecords());
      observer.disconnect();
    },
    resume: () => observer.observe(body, watched),
    forgive() {
      repairs = 0;
    },
    isForeign: (row) => changed.has(row) || row.parentNode !== body,
  };
}
