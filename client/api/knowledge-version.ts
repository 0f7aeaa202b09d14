import { useSyncExternalStore } from "react";
import { knownHeader } from "../../contract/account.ts";

/** How much the server said it knows of the account with its last answer; undefined before it has said so. */
let version: number | undefined;
const listeners = new Set<() => void>();

/** Notes what an answer says of how much is known of the account. */
export function noteKnowledgeVersion(headers: Headers): void {
  const text = headers.get(knownHeader) ?? "";
  if (!/^\d{1,15}$/.test(text) || Number(text) === version) return;
  version = Number(text);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function knowledgeVersion(): number | undefined {
  return version;
}

export function useKnowledgeVersion(): number | undefined {
  return useSyncExternalStore(subscribe, knowledgeVersion);
}
