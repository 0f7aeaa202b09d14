import * as z from "zod/mini";
import { keep, readKept } from "../browser/storage.ts";
import { makeStore } from "../ui/store.ts";

const key = "earshot-own-exports";

function readOwn(): readonly string[] {
  try {
    return z.catch(z.array(z.string()), []).parse(JSON.parse(readKept(key, "tab") ?? "[]"));
  } catch {
    return [];
  }
}

/** The exports that this tab began and has not downloaded yet. They survive a reload, and no other tab knows them. */
export const ownExports = makeStore(readOwn());

function change(own: readonly string[]): void {
  keep(key, JSON.stringify(own), "tab");
  ownExports.set(own);
}

export function addOwn(id: string): void {
  change([...ownExports.get(), id]);
}

export function dropOwn(id: string): void {
  change(ownExports.get().filter((one) => one !== id));
}
