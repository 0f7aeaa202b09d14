import type { SavedView, SavedViews } from "./saved-file.ts";

/** The saved view of a name. */
export function savedOf({ views }: SavedViews, name: string | undefined): SavedView | undefined {
  return views.find((one) => one.name === name);
}

/** Keeps a view under a name, in place of the one that had it. */
export function withSaved(saved: SavedViews, view: SavedView): SavedViews {
  const known = savedOf(saved, view.name) !== undefined;
  const views = known ? saved.views.map((one) => (one.name === view.name ? view : one)) : [...saved.views, view];
  return { ...saved, views };
}

/** Gives a view another name. The caller has made sure that it is free. */
export function withName(saved: SavedViews, name: string, next: string): SavedViews {
  return {
    views: saved.views.map((one) => (one.name === name ? { ...one, name: next } : one)),
    start: saved.start === name ? next : saved.start,
  };
}

/** Forgets a view. */
export function withoutSaved(saved: SavedViews, name: string): SavedViews {
  return {
    views: saved.views.filter((one) => one.name !== name),
    start: saved.start === name ? undefined : saved.start,
  };
}

/** Makes a view the one that a bare address opens, or takes that back. */
export function withStart(saved: SavedViews, name: string): SavedViews {
  return { ...saved, start: saved.start === name ? undefined : name };
}

function freeName(saved: SavedViews, name: string): string {
  for (let number = 2; ; number += 1) {
    const next = `${name.slice(0, 72)} (${number})`;
    if (!savedOf(saved, next)) return next;
  }
}

/**
 * Adds the views of a file. Nothing that is here already is lost: another view of the same name gets a number behind
 * it, and the start view stays the person's own.
 */
export function merged(saved: SavedViews, file: SavedViews): { saved: SavedViews; added: number } {
  let next = saved;
  for (const view of file.views) {
    const same = savedOf(saved, view.name);
    if (same?.search === view.search) continue;
    next = withSaved(next, savedOf(next, view.name) ? { ...view, name: freeName(next, view.name) } : view);
  }
  return { saved: next, added: next.views.length - saved.views.length };
}
