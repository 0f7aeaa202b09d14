/** What a person who lost their place is led back to: a named piece of the page, of which the next Tab is within. */
const pieces =
  "[role=dialog], [role=complementary], [role=region], [role=grid], form, article, section, aside, nav, header, main";

/** What opens over the page, takes the focus, and is gone when it is closed. */
const layers = "[role=dialog], [role=menu]";

/** Where the focus is. */
type Place = {
  /** The element that has it, and everything that it is in, from within outwards. */
  path: readonly Element[];
  /** What is open over the page that it is in, and where it was before it came in there. */
  layer: Element | null;
  opener: Place | undefined;
};

/** From where the focus came into a layer, also if it went on from there into another one and is back. */
function openerOf(layer: Element | null, before: Place | undefined): Place | undefined {
  if (!layer) return undefined;
  for (let one = before; one; one = one.opener) if (one.layer === layer) return one.opener;
  return before;
}

function placeOf(element: Element, before: Place | undefined): Place {
  const path: Element[] = [];
  for (let one: Element | null = element; one; one = one.parentElement) path.push(one);
  const layer = element.closest(layers);
  return { path, layer, opener: openerOf(layer, before) };
}

/** The place itself, or the one from which what it was in was opened, when that is closed. */
function outOfClosed(place: Place): Place {
  return place.opener && place.layer?.isConnected === false ? outOfClosed(place.opener) : place;
}

/** The smallest piece of the page that is left of a place. */
function remains(path: readonly Element[]): HTMLElement | null {
  const left = path.find((one) => one.isConnected);
  return left?.closest<HTMLElement>(pieces) ?? document.querySelector("main");
}

function isLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

function giveBack(place: Place): void {
  const { path } = outOfClosed(place);
  if (path[0]?.isConnected && path[0] instanceof HTMLElement) path[0].focus({ preventScroll: true });
  // What opened it may be disabled or hidden by now.
  if (!isLost()) return;
  const piece = remains(path);
  if (piece && !piece.hasAttribute("tabindex")) piece.tabIndex = -1;
  piece?.focus({ preventScroll: true });
}

/**
 * Never leaves the keyboard without a place. When what has the focus is taken off the page, as a Retry that worked or a
 * deleted line, the piece of the page around it has the focus next. When a dialog or a menu is closed, what opened it has
 * the focus next. Mantine does that too, but some milliseconds after the dialog is gone, so this must choose the same
 * element, whichever of the two comes first. Whoever moves the focus on purpose is first.
 */
export function keepFocus(): void {
  let place: Place | undefined;
  const isGone = (): boolean => place?.path[0]?.isConnected === false;
  const look = (): void => {
    if (!place || !isGone() || !isLost()) return;
    const lost = place;
    place = undefined;
    giveBack(lost);
  };
  const observer = new MutationObserver(() => {
    if (isGone()) requestAnimationFrame(() => setTimeout(look));
  });
  document.addEventListener("focusin", ({ target }) => {
    place = target instanceof Element ? placeOf(target, place) : undefined;
    observer.observe(document.body, { childList: true, subtree: true });
  });
  document.addEventListener("focusout", ({ target, relatedTarget }) => {
    // What is removed is told as left, too, by some browsers: only what is still there was left on purpose.
    if (relatedTarget !== null || !(target instanceof Element) || !target.isConnected) return;
    queueMicrotask(() => {
      if (!target.isConnected) return;
      observer.disconnect();
      // A window that is left for another one has its place again when it is come back to.
      if (document.hasFocus()) place = undefined;
    });
  });
}
