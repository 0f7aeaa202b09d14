import { asSentiment, sentiments } from "../../format/sentiment.ts";
import { distinctLabels, roleValueLabel, valueKey } from "../../format/values.ts";
import type { Breakdown, BreakdownEntry } from "../../insights/breakdown.ts";
import type { ValuesInUse } from "../../view/more-values.ts";
import type { FilterRole } from "../../view/view.ts";
import { chosenOfRole } from "./chosen-values.ts";

/** One line of a filter's list. */
export type FacetOption = {
  key: string;
  label: string;
  /** What ticking adds to the view, or takes out of it. */
  spellings: readonly string[];
  count: number;
  chosen: boolean;
  /** Whether conversations with this value are left out. */
  excluded: boolean;
};

function spellingsByKey(role: FilterRole, raws: readonly string[]): Map<string, readonly string[]> {
  return new Map(chosenOfRole(role, raws).map((value) => [value.key, value.spellings]));
}

/** Sentiments keep the order in which they are drawn everywhere; everything else stays most frequent first. */
function ordered(role: FilterRole, entries: readonly BreakdownEntry[]): readonly BreakdownEntry[] {
  if (role !== "sentiment") return entries;
  const rank = ({ key }: BreakdownEntry): number => {
    const known = asSentiment(key);
    return known ? sentiments.indexOf(known) : sentiments.length;
  };
  return entries.toSorted((a, b) => rank(a) - rank(b));
}

/**
 * The lines of a role's list: every value that occurs, then those that are in use but no longer occur, with a count of
 * zero, so that they can be taken back.
 *
 * @param use the raw values that are chosen and left out now.
 * @param kept raw values that stay listed although nothing has them: a line must not vanish under the cursor when it is
 * unticked.
 */
export function facetOptions(breakdown: Breakdown, use: ValuesInUse, kept: readonly string[] = []): FacetOption[] {
  const { role } = breakdown;
  const [chosen, excluded] = [spellingsByKey(role, use.chosen), spellingsByKey(role, use.excluded)];
  const present = ordered(role, breakdown.entries).map((entry) => {
    // A link may carry a spelling that the account does not use: ticking the line off takes that back too.
    const own = [...(chosen.get(entry.key) ?? []), ...(excluded.get(entry.key) ?? [])];
    return {
      key: entry.key,
      label: roleValueLabel(role, entry.spellings[0] ?? entry.key),
      spellings: [...new Set([...entry.spellings, ...own])],
      count: entry.count,
      chosen: chosen.has(entry.key),
      excluded: excluded.has(entry.key),
    };
  });
  const listed = new Set(present.map((option) => option.key));
  const inUse = new Set([...kept, ...use.chosen, ...use.excluded]);
  const gone = chosenOfRole(role, [...inUse]).filter((value) => !listed.has(value.key));
  const all = [
    ...present,
    ...gone.map(({ key, label, spellings }) => ({
      key,
      label,
      spellings,
      count: 0,
      chosen: chosen.has(key),
      excluded: excluded.has(key),
    })),
  ];
  const labels = distinctLabels(all.map(({ key, label, spellings: [raw = key] }) => ({ label, raw })));
  return all.map((option, place) => ({ ...option, label: labels[place] ?? option.label }));
}

/** The options whose label or raw value contains the text, without regard to case and accents. */
export function searchOptions(options: readonly FacetOption[], text: string): readonly FacetOption[] {
  const plain = (one: string): string => valueKey(one.normalize("NFD").replace(/\p{M}/gu, ""));
  const wanted = plain(text);
  if (wanted === "") return options;
  return options.filter(({ label, spellings }) => [label, ...spellings].some((one) => plain(one).includes(wanted)));
}
