import { useEffect, useState } from "react";
import { doPageKeysWork, isOthers, switchPageKeys } from "../../browser/page-keys.ts";
import { useStore } from "../../ui/store.ts";
import { enterList } from "./focus-list.ts";
import { keysShown, showKeys } from "./keys-shown.ts";

/** Ctrl or ⌘ and K, by its place on keyboards whose letters are others. */
function isFindChord({ key, code, shiftKey }: KeyboardEvent): boolean {
  return !shiftKey && (key.toLowerCase() === "k" || (code === "KeyK" && !/^[a-z]$/i.test(key)));
}

function find(): void {
  document.querySelector<HTMLElement>("[data-find]")?.click();
}

export type PageKeys = {
  shown: boolean;
  /** Whether they were shown before: until then there is nothing to draw. */
  wasShown: boolean;
  show: () => void;
  close: () => void;
  /** Whether they work outside of the list. Who speaks to the computer may press them without meaning to. */
  everywhere: boolean;
  setEverywhere: (everywhere: boolean) => void;
};

/**
 * The keys that work wherever the focus is: `/` and Ctrl+K open the find box, `?` shows the keys, `j` and `k` lead onto a
 * row of the list when the focus is nowhere. A person may switch them off, and that is kept in this browser.
 */
export function usePageKeys(): PageKeys {
  const { shown, opener } = useStore(keysShown);
  const [wasShown, setWasShown] = useState(false);
  if (shown && !wasShown) setWasShown(true);
  const [everywhere, setEverywhere] = useState(doPageKeysWork);
  useEffect(() => {
    if (!everywhere) return undefined;
    function onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.altKey || isOthers(event.target)) return;
      if (event.ctrlKey || event.metaKey) {
        if (!isFindChord(event)) return;
        find();
      } else if (event.key === "?") showKeys();
      else if (event.key === "/") find();
      else if ((event.key === "j" || event.key === "k") && event.target === document.body) enterList(event.key);
      else return;
      event.preventDefault();
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [everywhere]);
  return {
    shown,
    wasShown,
    show: () => showKeys(),
    close() {
      keysShown.set({ shown: false, opener: null });
      // The dialog is loaded with its first opening, too late to know what it was opened from.
      if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
    },
    everywhere,
    setEverywhere(next) {
      setEverywhere(next);
      switchPageKeys(next);
    },
  };
}
