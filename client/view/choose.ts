import { type FilterRole, filterRoles, type MoreFilter, nothingChosen, type View } from "./view.ts";

function without(values: readonly string[], taken: readonly string[]): string[] {
  return values.filter((value) => !taken.includes(value));
}

/** Values of a role take the place of none at all. */
function set(view: View, kind: "chosen" | "excluded", role: FilterRole, values: readonly string[]): View {
  return { ...view, [kind]: { ...view[kind], [role]: values }, notSet: view.notSet.filter((one) => one !== role) };
}

/** Chooses what has no value of a role, in place of every value of it. */
export function withNotSet(view: View, role: FilterRole): View {
  return { ...withoutRole(view, role), notSet: filterRoles.filter((one) => one === role || view.notSet.includes(one)) };
}

/** The view without any filter on a role. */
export function withoutRole(view: View, role: FilterRole): View {
  return withExcluded(withChosen(view, role, []), role, []);
}

/** Whether anything narrows the view by a role. */
export function usesRole({ chosen, excluded, notSet }: View, role: FilterRole): boolean {
  return chosen[role].length + excluded[role].length > 0 || notSet.includes(role);
}

/** Chooses exactly these raw values of a role. */
export function withChosen(view: View, role: FilterRole, values: readonly string[]): View {
  return set(view, "chosen", role, values);
}

/** Leaves out exactly these raw values of a role. */
export function withExcluded(view: View, role: FilterRole, values: readonly string[]): View {
  return set(view, "excluded", role, values);
}

function toggle(view: View, kind: "chosen" | "excluded", role: FilterRole, spellings: readonly string[]): View {
  const other = kind === "chosen" ? "excluded" : "chosen";
  const values = view[kind][role];
  const rest = without(values, spellings);
  // A value is chosen or left out, never both.
  const cleared = set(view, other, role, without(view[other][role], spellings));
  return set(cleared, kind, role, rest.length < values.length ? rest : [...values, ...spellings]);
}

/**
 * Chooses the given spellings of one value, or takes them back when any of them is chosen already. One value can have
 * several spellings in one account (`voice`, `VOICE`): they are chosen together.
 */
export function toggleChosen(view: View, role: FilterRole, spellings: readonly string[]): View {
  return toggle(view, "chosen", role, spellings);
}

/** Leaves out the conversations that have the value, or takes that back. */
export function toggleExcluded(view: View, role: FilterRole, spellings: readonly string[]): View {
  return toggle(view, "excluded", role, spellings);
}

/** Leaves out the conversations that have the value, whether or not they are left out already. */
export function leaveOut(view: View, role: FilterRole, spellings: readonly string[]): View {
  const rest = without(view.excluded[role], spellings);
  return withExcluded(withChosen(view, role, without(view.chosen[role], spellings)), role, [...rest, ...spellings]);
}

/** Chooses this value of a role and no other. */
export function chooseOnly(view: View, role: FilterRole, spellings: readonly string[]): View {
  return withExcluded(withChosen(view, role, spellings), role, []);
}

function isEmpty(filter: MoreFilter): boolean {
  if (filter.kind === "notSet") return false;
  return filter.kind === "values" ? filter.values.length === 0 : filter.from === undefined && filter.to === undefined;
}

function sameSlot(a: MoreFilter, b: MoreFilter): boolean {
  const excludes = (filter: MoreFilter) => filter.kind === "values" && filter.exclude;
  return a.field === b.field && a.kind === b.kind && excludes(a) === excludes(b);
}

/** Values of a field and none at all cannot both be asked for. */
function areApart(a: MoreFilter, b: MoreFilter): boolean {
  return a.field === b.field && a.kind !== b.kind && a.kind !== "range" && b.kind !== "range";
}

/**
 * The filters with this one in place of the former of its kind on its field, and of those that cannot be beside it; an
 * empty one takes its own off.
 */
export function addMore(more: readonly MoreFilter[], filter: MoreFilter): MoreFilter[] {
  const rest = more.filter((one) => !sameSlot(one, filter));
  return isEmpty(filter) ? rest : [...rest.filter((one) => !areApart(one, filter)), filter];
}

/** Sets a filter on any other field in place of its former one; an empty one takes it off. */
export function withMore(view: View, filter: MoreFilter): View {
  return { ...view, more: addMore(view.more, filter) };
}

/** Takes a filter on another field off. */
export function withoutMore(view: View, filter: MoreFilter): View {
  return { ...view, more: view.more.filter((one) => !sameSlot(one, filter)) };
}

/** Takes back every filter; range, zone, sort and columns stay. */
export function clearChosen(view: View): View {
  return { ...view, chosen: nothingChosen, excluded: nothingChosen, notSet: [], more: [] };
}

/** Whether anything but the time range narrows the view. */
export function hasChosen(view: View): boolean {
  return view.more.length > 0 || filterRoles.some((role) => usesRole(view, role));
}
