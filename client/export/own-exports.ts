import { z } from "zod";
import { keep, readKept } from "../browser/storage.ts";
import { makeStore } from "../ui/store.ts";

const key = "earshot-own-exports";

/** The exports that this tab began and has not downloaded yet. They survive a reload, and no other tab knows them. */
export function ownExports(): string[] {
  try {
    return z
      .array(z.string())
      .catch([])
      .parse(JSON.parse(readKept(key, "tab") ?? "[]"));
  } catch {
    return [];
  }
}

/** How many exports this page began: a small one may be complete before the answer that says its id. */
export const begunStore = makeStore(0);

export function addOwn(id: string): void {
  keep(key, JSON.stringify([...ownExports(), id]), "tab");
  begunStore.set(begunStore.get() + 1);
}

export function dropOwn(id: string): void {
  keep(key, JSON.stringify(ownExports().filter((one) => one !== id)), "tab");
}
