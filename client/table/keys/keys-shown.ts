import { makeStore } from "../../ui/store.ts";

/** Whether the keys are shown, and what has the focus again after that. */
export const keysShown = makeStore<{ shown: boolean; opener: Element | null }>({ shown: false, opener: null });

/** Shows the keys; `opener` has the focus after them. */
export function showKeys(opener: Element | null = document.activeElement): void {
  keysShown.set({ shown: true, opener });
}
