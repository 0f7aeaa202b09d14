/** Where a text stood that somebody took out of its element. */
type Place = {
  parent: Node;
  /** What stands there instead, e.g. the `<font>` of a translator; undefined where nothing does. */
  stand: Node | undefined;
  /** What stood behind the text. */
  next: Node | null;
};

/** The child of `parent` that a node is, or is in. */
function childWith(parent: Node, node: Node): Node | undefined {
  let one: Node | null = node;
  while (one && one.parentNode !== parent) one = one.parentNode;
  return one ?? undefined;
}

/** What a text was put into, or what was put in its place, before it or behind it when it was taken away. */
function standFor(
  text: Text,
  taken: MutationRecord,
  records: readonly MutationRecord[],
  others: WeakSet<Node>,
): Node | undefined {
  const parent = taken.target;
  const beside = records.filter(
    ({ target, nextSibling, previousSibling, removedNodes }) =>
      // What another text gave way to is not this one's.
      target === parent && removedNodes.length === 0 && [nextSibling, previousSibling].includes(text),
  );
  const added = [taken, ...beside].flatMap(({ addedNodes }) => [...addedNodes]);
  return childWith(parent, text) ?? added.find((node) => node.parentNode === parent && !others.has(node));
}

/**
 * Lets React go on where a translator or another addition of the browser took texts out of their elements, mostly to put
 * its own in their place. React keeps hold of its texts: what it writes into one that has left the page is seen by
 * nobody, so that old numbers stay, and to take one away that is no longer there is an error that takes the page down.
 *
 * Here each text that leaves its element is remembered with what stands in its place. Nothing is done until React wants
 * something of it: a text that is written to comes back, and with one that is taken away goes what stands for it. So
 * nobody's translation is fought, and a text that is removed for good costs nothing.
 *
 * It changes two methods of the document's nodes, and only for such texts: there is no other way to be asked.
 *
 * @returns ends it.
 */
export function keepTexts(page: HTMLElement): () => void {
  const places = new WeakMap<Node, Place>();
  /** What stands for a text already. */
  const stands = new WeakSet<Node>();

  function comeBack(text: Text, { parent, stand, next }: Place): void {
    // In a piece of somebody else's it is seen all the same.
    if (parent.contains(text)) return;
    places.delete(text);
    if (stand?.parentNode === parent) parent.replaceChild(text, stand);
    else parent.insertBefore(text, next?.parentNode === parent ? next : null);
  }

  /** A text is where it was, or is gone for good: what stood for it goes. */
  function settle(text: Node): void {
    const { parent, stand } = places.get(text) ?? {};
    places.delete(text);
    if (stand && stand.parentNode === parent) parent?.removeChild(stand);
  }

  function lose(text: Text, taken: MutationRecord, records: readonly MutationRecord[]): void {
    // Out of a piece of somebody else's: its own element is still the one that it left first.
    if (places.has(text)) return;
    const { target: parent, nextSibling: next } = taken;
    const stand = standFor(text, taken, records, stands);
    if (stand) stands.add(stand);
    places.set(text, { parent, stand, next });
    observer.observe(text, { characterData: true });
  }

  function note(records: readonly MutationRecord[]): void {
    for (const record of records) {
      const { type, target, removedNodes, addedNodes } = record;
      const place = places.get(target);
      if (type === "characterData" && target instanceof Text && place) comeBack(target, place);
      for (const node of removedNodes) {
        if (node instanceof Text && node.parentNode !== target) lose(node, record, records);
      }
      for (const node of addedNodes) {
        if (node.parentNode === target && places.get(node)?.parent === target) settle(node);
      }
    }
  }

  const observer = new MutationObserver(note);
  observer.observe(page, { childList: true, subtree: true });

  /** Where a text is remembered to stand in this element, in which it is not any more. */
  function placeIn(parent: Node, node: Node | null): Place | undefined {
    if (node === null || node.parentNode === parent) return undefined;
    note(observer.takeRecords());
    const place = places.get(node);
    return place?.parent === parent ? place : undefined;
  }

  const { removeChild, insertBefore } = Node.prototype;
  Node.prototype.removeChild = function remove<T extends Node>(this: Node, child: T): T {
    const place = placeIn(this, child);
    if (!place) return removeChild.call(this, child) && child;
    settle(child);
    child.parentNode?.removeChild(child);
    return child;
  };
  Node.prototype.insertBefore = function insert<T extends Node>(this: Node, node: T, before: Node | null): T {
    const place = placeIn(this, before);
    const there = [place?.stand, place?.next].find((one) => one?.parentNode === this);
    insertBefore.call(this, node, place ? (there ?? null) : before);
    return node;
  };
  return () => {
    observer.disconnect();
    Object.assign(Node.prototype, { removeChild, insertBefore });
  };
}
