import { z } from "zod";

const key = "earshot-own-exports";

/** The exports that this tab began and has not downloaded yet. They survive a reload, and no other tab knows them. */
export function ownExports(): string[] {
  try {
    return z
      .array(z.string())
      .catch([])
      .parse(JSON.parse(sessionStorage.getItem(key) ?? "[]"));
  } catch {
    return [];
  }
}

export function addOwn(id: string): void {
  sessionStorage.setItem(key, JSON.stringify([...ownExports(), id]));
}

export function dropOwn(id: string): void {
  sessionStorage.setItem(key, JSON.stringify(ownExports().filter((one) => one !== id)));
}
