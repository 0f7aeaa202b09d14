import { t } from "../words/words.ts";
import { addMore } from "./choose.ts";
import { isRangeEnd } from "./nudge.ts";
import { type Chosen, filterRoles, type MoreFilter, nothingChosen, type View } from "./view.ts";

/** Each value once; nothing behind the equals sign is no value. */
export function named(values: Iterable<string>): string[] {
  return [...new Set(values)].filter(Boolean);
}

function readRoles(params: URLSearchParams, prefix: string): Chosen {
  const chosen = { ...nothingChosen };
  for (const role of filterRoles) chosen[role] = named(params.getAll(`${prefix}${role}`));
  return chosen;
}

const morePrefixes = ["in.", "not-in.", "not-set.", "from.", "to."] as const;
/** Names the roles without a value; for any other field it is `not-set.Field=1`. */
const notSetKey = "not-set";

function readMore(params: URLSearchParams): { more: MoreFilter[]; notes: string[] } {
  const notes = new Set<string>();
  const filters = named(params.keys()).flatMap((key): MoreFilter[] => {
    const prefix = morePrefixes.find((one) => key.startsWith(one));
    const field = key.slice(prefix?.length);
    if (!prefix || !field) return [];
    if (prefix === "not-set.") return [{ kind: "notSet", field }];
    if (prefix === "in." || prefix === "not-in.")
      return [{ kind: "values", field, values: named(params.getAll(key)), exclude: prefix === "not-in." }];
    const [from, to] = [params.get(`from.${field}`) || undefined, params.get(`to.${field}`) || undefined];
    const wrong = [from, to].find((end) => end !== undefined && !isRangeEnd(end));
    if (wrong === undefined) return [{ kind: "range", field, from, to }];
    notes.add(t("view.notRangeEnd", { text: wrong, field }));
    return [];
  });
  // Through the transition, so that a view read from an address is one that a person could have made.
  return { more: filters.reduce<MoreFilter[]>(addMore, []), notes: [...notes] };
}

/**
 * The filters of an address: `channel=VOICE`, `not.channel=SMS`, `not-set=status`, `in.Field=x`, `not-in.Field=y`,
 * `not-set.Field=1`, `from.Field=1`, `to.Field=9`; and a sentence for each that cannot be used.
 */
export function readFilters(params: URLSearchParams): {
  filters: Pick<View, "chosen" | "excluded" | "notSet" | "more">;
  notes: string[];
} {
  const chosen = readRoles(params, "");
  const excluded = readRoles(params, "not.");
  for (const role of filterRoles) excluded[role] = excluded[role].filter((value) => !chosen[role].includes(value));
  const { more, notes } = readMore(params);
  const unset = params.getAll(notSetKey);
  // Values of a role are the more exact wish.
  const notSet = filterRoles.filter(
    (role) => unset.includes(role) && chosen[role].length + excluded[role].length === 0,
  );
  return { filters: { chosen, excluded, notSet, more }, notes };
}

/** Whether a key of the address belongs to a filter. */
export function isFilterKey(key: string): boolean {
  return (
    key === notSetKey ||
    filterRoles.some((role) => key === role || key === `not.${role}`) ||
    morePrefixes.some((prefix) => key.startsWith(prefix) && key.length > prefix.length)
  );
}

function writeMore(params: URLSearchParams, filter: MoreFilter): void {
  if (filter.kind === "values") {
    const key = `${filter.exclude ? "not-in" : "in"}.${filter.field}`;
    for (const value of filter.values) params.append(key, value);
    return;
  }
  if (filter.kind === "notSet") {
    params.set(`not-set.${filter.field}`, "1");
    return;
  }
  if (filter.from !== undefined) params.set(`from.${filter.field}`, filter.from);
  if (filter.to !== undefined) params.set(`to.${filter.field}`, filter.to);
}

/** Adds what {@link readFilters} reads. */
export function writeFilters(params: URLSearchParams, view: View): void {
  for (const role of filterRoles) for (const value of view.chosen[role]) params.append(role, value);
  for (const role of filterRoles) for (const value of view.excluded[role]) params.append(`not.${role}`, value);
  for (const role of view.notSet) params.append(notSetKey, role);
  for (const filter of view.more) writeMore(params, filter);
}
