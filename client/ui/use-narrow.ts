import { useMediaQuery } from "@mantine/hooks";

const narrow = "(max-width: 43.749em)";

/** What {@link useNarrow} says at this moment. */
export function isNarrowNow(): boolean {
  return window.matchMedia(narrow).matches;
}

/**
 * Whether the screen is too narrow for things side by side: filters and ranges then open as a drawer, rows are cards, a
 * conversation is a page of its own. Measured in letters, so that large ones make a screen narrow as zoom does.
 */
export function useNarrow(): boolean {
  // Read at the first render already: this page is never rendered on a server, so nothing can mismatch.
  return useMediaQuery(narrow, false, { getInitialValueInEffect: false });
}

/** Whether a line has room for no more than a date: a phone with letters of twice the size. */
export function useTiny(): boolean {
  return useMediaQuery("(max-width: 19em)", false, { getInitialValueInEffect: false });
}
