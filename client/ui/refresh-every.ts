import { useState } from "react";
import { keep, readKept } from "../browser/storage.ts";

/** How often the page may look for new conversations, in milliseconds. */
export const refreshChoices = [
  { key: "manual", every: undefined },
  { key: "half", every: 30_000 },
  { key: "one", every: 60_000 },
  { key: "five", every: 300_000 },
] as const;

export type RefreshChoice = (typeof refreshChoices)[number];

const storageKey = "earshot-refresh";

/** The person's choice, kept in this browser; only on request until they choose. */
export function useRefreshChoice(): [RefreshChoice, (next: RefreshChoice) => void] {
  const [choice, setChoice] = useState(
    () => refreshChoices.find(({ key }) => key === readKept(storageKey)) ?? refreshChoices[0],
  );
  const choose = (next: RefreshChoice) => {
    setChoice(next);
    keep(storageKey, next.key);
  };
  return [choice, choose];
}
