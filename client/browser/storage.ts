/** For how long something is kept: in this browser, or until this tab is closed. */
export type Keeper = "browser" | "tab";

function storageOf(keeper: Keeper): Storage {
  return keeper === "tab" ? sessionStorage : localStorage;
}

/** What is kept under a key; null for nothing, and in a browser that keeps nothing for this page. */
export function readKept(key: string, keeper: Keeper = "browser"): string | null {
  try {
    return storageOf(keeper).getItem(key);
  } catch {
    // Where cookies are blocked, even to look is refused.
    return null;
  }
}

/** Whether this browser lets the page keep nothing at all, rather than having no room for more. */
export function isKeepingDenied(keeper: Keeper = "browser"): boolean {
  try {
    // Where it is denied, some browsers have none, and others refuse even to look.
    storageOf(keeper).getItem("");
    return false;
  } catch {
    return true;
  }
}

/** Keeps a text under a key, or forgets what is there; false in a browser that refuses or has no room. */
export function keep(key: string, text: string | undefined, keeper: Keeper = "browser"): boolean {
  try {
    if (text === undefined) storageOf(keeper).removeItem(key);
    else storageOf(keeper).setItem(key, text);
    return true;
  } catch {
    return false;
  }
}
