import { useState } from "react";

/**
 * How often a panel was opened, and for which field: so that it begins anew each time, and as it was opened, also while
 * the former one is still fading away.
 */
export function useOpening(opened: boolean, field: string | undefined): { times: number; field: string | undefined } {
  const [last, setLast] = useState({ opened: false, times: 0, field });
  if (opened !== last.opened) setLast(opened ? { opened, times: last.times + 1, field } : { ...last, opened });
  return last;
}
