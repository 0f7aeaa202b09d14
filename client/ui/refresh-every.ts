import { useState } from "react";

/** How often the page may look for new conversations, in milliseconds. */
export const refreshChoices = [
  { key: "manual", every: undefined },
  { key: "half", every: 30_000 },
  { key: "one", every: 60_000 },
  { key: "five", every: 300_000 },
] as const;

export type RefreshChoice = (typeof refreshChoices)[number];

const storageKey = "earshot-refresh";

function stored(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    // A browser that keeps nothing for this page.
    return null;
  }
}

/** The person's choice, kept in this browser; only on request until they choose. */
export function useRefreshChoice(): [RefreshChoice, (next: RefreshChoice) => void] {
  const [choice, setChoice] = useState(() => refreshChoices.find(({ key }) => key === stored()) ?? refreshChoices[0]);
  const choose = (next: RefreshChoice) => {
    setChoice(next);
    try {
      localStorage.setItem(storageKey, next.key);
    } catch {
      // It holds until the page is left.
    }
  };
  return [choice, choose];
}
