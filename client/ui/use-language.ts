import { useSyncExternalStore } from "react";
import { currentLanguage, type Language, loadLanguage, rememberLanguage } from "../words/words.ts";

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Loads a language, keeps the choice, and has the page drawn anew in it. */
export async function changeLanguage(next: Language): Promise<void> {
  await loadLanguage(next);
  rememberLanguage(next);
  for (const listener of listeners) listener();
}

/** The language on the screen; changes after its words are loaded. */
export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, currentLanguage);
}
