import { useCallback, useEffect, useState } from "react";
import { t } from "../words/words.ts";

export type CopyKind = "cell" | "row" | "link";

/** How long the person is told, in milliseconds. */
const shown = 4000;

export type Copying = {
  /** What the person is told now; an empty text most of the time. */
  note: string;
  /** Tells something else for the same while. */
  tell: (note: string) => void;
  copy: (kind: CopyKind, text: string) => void;
};

/** Copies a text and says what was copied, or that the browser does not allow it. */
export function useCopy(): Copying {
  const [told, setTold] = useState<{ note: string }>();
  useEffect(() => {
    if (!told) return;
    const timer = setTimeout(() => setTold(undefined), shown);
    return () => clearTimeout(timer);
  }, [told]);
  const tell = useCallback((note: string) => setTold({ note }), []);
  const copy = useCallback(
    (kind: CopyKind, text: string) => {
      // Pages that came over plain HTTP from another machine have no clipboard.
      if (!navigator.clipboard) tell(t("table.copy.failed"));
      else
        navigator.clipboard.writeText(text).then(
          () => tell(t(`table.copy.${kind}`)),
          () => tell(t("table.copy.failed")),
        );
    },
    [tell],
  );
  return { note: told?.note ?? "", tell, copy };
}
