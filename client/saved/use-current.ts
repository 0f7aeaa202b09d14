import { useEffect, useState } from "react";
import { keep, readKept } from "../browser/storage.ts";
import type { View } from "../view/view.ts";
import type { SavedView, SavedViews } from "./saved-file.ts";
import { savedOf } from "./saved-views.ts";
import { isView } from "./view-text.ts";

const storageKey = "earshot-view";

/** The saved view that is on the screen, and whether the screen has moved on from it. */
export type CurrentSaved = {
  saved: SavedView | undefined;
  changed: boolean;
  setName: (name: string | undefined) => void;
};

/**
 * The saved view that the screen shows: the one that means the same, else the one that was opened last in this tab,
 * from which the screen then differs.
 */
export function useCurrentSaved(all: SavedViews, view: View): CurrentSaved {
  const [name, setName] = useState(() => readKept(storageKey, "tab") ?? undefined);
  const opened = savedOf(all, name);
  const isOpened = opened !== undefined && isView(opened.search, view);
  const same = isOpened ? opened : all.views.find(({ search }) => isView(search, view));
  // The view that is on the screen is the one that the next change leaves behind.
  if (same && same.name !== name) setName(same.name);
  // For a reload of this tab.
  useEffect(() => {
    keep(storageKey, name, "tab");
  }, [name]);
  return { saved: same ?? opened, changed: same === undefined && opened !== undefined, setName };
}
