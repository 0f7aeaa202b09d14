import { useEffect, useState } from "react";
import { keep, readKept } from "../browser/storage.ts";
import type { ReadView } from "../view/url.ts";
import type { View } from "../view/view.ts";
import type { SavedView, SavedViews } from "./saved-file.ts";
import { savedOf } from "./saved-views.ts";
import { isAsked, isWhole } from "./view-text.ts";

const storageKey = "earshot-view";

/** The saved view that is on the screen, and whether the screen differs from it. */
export type CurrentSaved = {
  saved: SavedView | undefined;
  changed: boolean;
  setName: (name: string | undefined) => void;
};

/**
 * The saved view that the screen shows: the one that means what the address does, else the one that was opened last in
 * this tab, from which the screen then differs. It also differs from one of which this account or version cannot show
 * all: without its lost filter that would look like another view, and like one that is shown as it was saved.
 *
 * @param asked what the address asks for
 * @param shown what of it is on the screen
 */
export function useCurrentSaved(all: SavedViews, asked: ReadView, shown: View): CurrentSaved {
  const [name, setName] = useState(() => readKept(storageKey, "tab") ?? undefined);
  const opened = savedOf(all, name);
  const isOpened = opened !== undefined && isAsked(opened.search, asked);
  const same = isOpened ? opened : all.views.find(({ search }) => isAsked(search, asked));
  // The view that is on the screen is the one that the next change leaves behind.
  if (same && same.name !== name) setName(same.name);
  // For a reload of this tab.
  useEffect(() => {
    keep(storageKey, name, "tab");
  }, [name]);
  const saved = same ?? opened;
  return { saved, changed: saved !== undefined && !(same && isWhole(asked, shown)), setName };
}
