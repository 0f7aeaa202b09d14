import { useMediaQuery } from "@mantine/hooks";

/** Whether the screen is too narrow for popovers side by side: filters and ranges then open as a drawer. */
export function useNarrow(): boolean {
  // Read at the first render already: this page is never rendered on a server, so nothing can mismatch.
  return useMediaQuery("(max-width: 699.98px)", false, { getInitialValueInEffect: false });
}
