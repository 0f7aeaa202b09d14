import { useSyncExternalStore } from "react";
import { writeRange } from "./url-range.ts";
import { type FilterRole, filterRoles, type TimeRange, type View } from "./view.ts";

/** What one press on a chart made of a view: another range, and maybe a filter on a role. */
export type Step = { before: View; after: View };

/** As many steps as anybody goes back one by one; browsers keep only some fifty entries of the history, too. */
const most = 20;

let steps: readonly Step[] = [];
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

function isAt(view: View, range: TimeRange, zone: string): boolean {
  return view.zone === zone && writeRange(view.range) === writeRange(range);
}

/** The last step that led to the range of a view; undefined where the range came from elsewhere. */
function lastStep(all: readonly Step[], view: View): number {
  return all.findLastIndex(({ after }) => isAt(view, after.range, after.zone));
}

/** Remembers that a press on a chart narrowed the range, so that the one before can be had again. */
export function noteStep(before: View, after: View): void {
  if (isAt(before, after.range, after.zone)) return;
  steps = [...steps.slice(0, lastStep(steps, before) + 1), { before, after }].slice(-most);
  for (const listener of listeners) listener();
}

/** The step that led to where a view is; undefined where none did, or the range was changed since. */
export function useStep(view: View): Step | undefined {
  const all = useSyncExternalStore(subscribe, () => steps);
  return all[lastStep(all, view)];
}

/** The roles whose filter a step changed. */
export function rolesOfStep({ before, after }: Step): FilterRole[] {
  const filterOf = ({ chosen, excluded, notSet }: View, role: FilterRole) =>
    JSON.stringify([chosen[role], excluded[role], notSet.includes(role)]);
  return filterRoles.filter((role) => filterOf(before, role) !== filterOf(after, role));
}

/** The view with the whole step taken back: its range and its filter. What was changed elsewhere since stays. */
export function stepBack(view: View, step: Step): View {
  const { before } = step;
  let { chosen, excluded, notSet } = view;
  for (const role of rolesOfStep(step)) {
    chosen = { ...chosen, [role]: before.chosen[role] };
    excluded = { ...excluded, [role]: before.excluded[role] };
    notSet = filterRoles.filter((one) => (one === role ? before : { notSet }).notSet.includes(one));
  }
  return { ...view, range: before.range, chosen, excluded, notSet };
}
