import { useState } from "react";
import { keep, readKept } from "../browser/storage.ts";
import { type View, withExplore } from "../view/view.ts";

const storageKey = "earshot-more-charts";

/**
 * Whether the further charts are shown. That is this person's taste and kept in this browser; a link with a chart of
 * its own shows them once, and switching them off takes that chart off the view.
 */
export function useMoreCharts(view: View, onView: (view: View) => void): [shown: boolean, toggle: () => void] {
  const [wanted, setWanted] = useState(() => readKept(storageKey) === "1");
  const shown = wanted || view.explore !== undefined;
  const toggle = () => {
    keep(storageKey, shown ? "0" : "1");
    setWanted(!shown);
    if (shown && view.explore) onView(withExplore(view, undefined));
  };
  return [shown, toggle];
}
