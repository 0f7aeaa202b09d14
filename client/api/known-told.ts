import { useSyncExternalStore } from "react";
import { knownHeader } from "../../contract/account.ts";

/** How much the server said it knows of the account with its last answer; undefined before it has said so. */
let told: number | undefined;
const listeners = new Set<() => void>();

/** Notes what an answer says of how much is known of the account. */
export function noteKnown(headers: Headers): void {
  const text = headers.get(knownHeader) ?? "";
  if (!/^\d{1,15}$/.test(text) || Number(text) === told) return;
  told = Number(text);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function toldKnown(): number | undefined {
  return told;
}

export function useTold(): number | undefined {
  return useSyncExternalStore(subscribe, toldKnown);
}
