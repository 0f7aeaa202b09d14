/** What a person who lost their place is led back to: a named piece of the page, of which the next Tab is within. */
const pieces =
  "[role=dialog], [role=complementary], [role=region], [role=grid], form, article, section, aside, nav, header, main";

/** An element that had the focus, and everything that it was in, from within outwards. */
type Place = readonly Element[];

function placeOf(element: Element): Place {
  const place: Element[] = [];
  for (let one: Element | null = element; one; one = one.parentElement) place.push(one);
  return place;
}

/** The smallest piece of the page that is left of a place. */
function remains(place: Place): HTMLElement | null {
  const left = place.find((one) => one.isConnected);
  return left?.closest<HTMLElement>(pieces) ?? document.querySelector("main");
}

function isLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

/**
 * Never leaves the keyboard without a place: when what has the focus is taken off the page, as a Retry that worked or a
 * deleted line, the piece of the page around it has the focus next. Whoever moves the focus on purpose is first.
 */
export function keepFocus(): void {
  let place: Place = [];
  const look = (): void => {
    if (!place[0] || place[0].isConnected || !isLost()) return;
    const piece = remains(place);
    place = [];
    if (piece && !piece.hasAttribute("tabindex")) piece.tabIndex = -1;
    piece?.focus({ preventScroll: true });
  };
  const observer = new MutationObserver(() => {
    if (place[0]?.isConnected === false) requestAnimationFrame(() => setTimeout(look));
  });
  document.addEventListener("focusin", ({ target }) => {
    place = target instanceof Element ? placeOf(target) : [];
    observer.observe(document.body, { childList: true, subtree: true });
  });
  document.addEventListener("focusout", ({ target, relatedTarget }) => {
    // What is removed is told as left, too, by some browsers: only what is still there was left on purpose.
    if (relatedTarget !== null || !(target instanceof Element) || !target.isConnected) return;
    queueMicrotask(() => {
      if (target.isConnected) observer.disconnect();
    });
  });
}
