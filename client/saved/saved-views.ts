import { longestName, type SavedView, type SavedViews } from "./saved-file.ts";

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

/** Gives a view another name; one that another view has already changes nothing. */
export function withName(saved: SavedViews, name: string, next: string): SavedViews {
  if (savedOf(saved, next)) return saved;
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

/**
 * Brings a forgotten view back to its place. What was saved since, here or in another tab, stays.
 *
 * @param former the list that still had it
 */
export function withBroughtBack(saved: SavedViews, former: SavedViews, name: string): SavedViews {
  const view = savedOf(former, name);
  if (!view || savedOf(saved, name)) return saved;
  const views = saved.views.toSpliced(former.views.indexOf(view), 0, view);
  return { views, start: saved.start ?? (former.start === name ? name : undefined) };
}

function freeName(taken: ReadonlySet<string>, name: string): string {
  for (let number = 2; ; number += 1) {
    const end = ` (${number})`;
    const next = `${name.slice(0, longestName - end.length)}${end}`;
    if (!taken.has(next)) return next;
  }
}

/**
 * Adds the views of a file. Nothing that is here already is lost: another view of the same name gets a number behind
 * it, and the start view stays the person's own.
 */
export function merged(saved: SavedViews, file: SavedViews): { saved: SavedViews; added: number } {
  const searches = new Map(saved.views.map(({ name, search }) => [name, search]));
  const taken = new Set(searches.keys());
  const added: SavedView[] = [];
  for (const view of file.views) {
    if (searches.get(view.name) === view.search) continue;
    const name = taken.has(view.name) ? freeName(taken, view.name) : view.name;
    taken.add(name);
    added.push({ ...view, name });
  }
  return { saved: { ...saved, views: [...saved.views, ...added] }, added: added.length };
}
