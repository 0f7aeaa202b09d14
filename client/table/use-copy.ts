import { useCallback, useEffect, useState } from "react";
import { t } from "../words/words.ts";

export type CopyKind = "cell" | "row" | "link";

/** How long the person is told, in milliseconds. */
const shown = 4000;

/** Copies a text and says what was copied, or that the browser does not allow it. */
export function useCopy(): { note: string; copy: (kind: CopyKind, text: string) => void } {
  const [told, setTold] = useState<{ note: string }>();
  useEffect(() => {
    if (!told) return;
    const timer = setTimeout(() => setTold(undefined), shown);
    return () => clearTimeout(timer);
  }, [told]);
  const copy = useCallback((kind: CopyKind, text: string) => {
    const tell = (note: string) => setTold({ note });
    // Pages that came over plain HTTP from another machine have no clipboard.
    if (!navigator.clipboard) tell(t("table.copy.failed"));
    else
      navigator.clipboard.writeText(text).then(
        () => tell(t(`table.copy.${kind}`)),
        () => tell(t("table.copy.failed")),
      );
  }, []);
  return { note: told?.note ?? "", copy };
}
