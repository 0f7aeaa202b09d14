import { conversationIdPattern } from "../../contract/conversation-id.ts";
import { t } from "../words/words.ts";
import { isZone } from "./range.ts";
import { lookKeys } from "./shared-look.ts";
import { chartKeys, readAgents, readExplore, writeAgents, writeExplore } from "./url-charts.ts";
import { isFilterKey, named, readFilters, writeFilters } from "./url-filters.ts";
import { readRange, writeRange } from "./url-range.ts";
import {
  cardNames,
  defaultRange,
  defaultView,
  type Explore,
  type Lens,
  lenses,
  type Sort,
  type View,
  withCards,
} from "./view.ts";

/** Written into every address that says anything, so that a later Earshot knows how to read it. */
const version = "1";
const own = ["v", "range", "tz", "sort", "column", "compare", "lens", "card", "open", "read"];
const known = new Set([...own, ...chartKeys, ...lookKeys]);

/** A view read from an address, and a sentence for each part of the address that could not be used. */
export type ReadView = { view: View; notes: string[] };

function readSort(text: string): Sort | undefined {
  const match = /^(.+):(asc|desc)$/s.exec(text);
  if (!match?.[1]) return undefined;
  return { field: match[1], direction: match[2] === "asc" ? "ASC" : "DESC" };
}

/** The lens of an address that names none. Before there were two, one with a chart of its own showed it: it still does. */
function usualLens(explore: Explore | undefined): Lens {
  return explore ? "analysis" : "conversations";
}

function readLens(params: URLSearchParams, explore: Explore | undefined): Pick<ReadView, "notes"> & { lens: Lens } {
  const text = params.get("lens") || undefined;
  const lens = lenses.find((one) => one === text);
  return {
    lens: lens ?? usualLens(explore),
    notes: text === undefined || lens ? [] : [t("view.notLens", { text })],
  };
}

function readCards(params: URLSearchParams): Pick<View, "cards"> & Pick<ReadView, "notes"> {
  const asked = named(params.getAll("card"));
  const cards = asked.flatMap((text) => cardNames.find((name) => name === text) ?? []);
  const unknown = asked.filter((text) => !cardNames.some((name) => name === text));
  return {
    cards: cards.length > 0 ? cards : undefined,
    notes: unknown.map((text) => t("view.notCard", { text })),
  };
}

function versionNote(params: URLSearchParams): string[] {
  const written = params.get("v");
  if (written === null || written === version) return [];
  return [t("view.otherVersion", { version: written })];
}

/**
 * Reads a view from the query part of an address. Never throws: what is missing is the default, what is wrong falls
 * back to the default with a note for the person.
 *
 * @param browserZone the zone to use when the address names none.
 */
export function parseView(search: string, browserZone: string): ReadView {
  const params = new URLSearchParams(search);
  const view = defaultView(browserZone);
  const notes = versionNote(params);

  const zone = params.get("tz");
  if (zone !== null && isZone(zone)) view.zone = zone;
  else if (zone !== null) notes.push(t("view.notZone", { text: zone, zone: browserZone }));

  const rangeText = params.get("range");
  const range = rangeText === null ? defaultRange : readRange(rangeText);
  if (range) view.range = range;
  else notes.push(t("view.notRange", { text: rangeText ?? "" }));

  const sortText = params.get("sort");
  view.sort = sortText === null ? undefined : readSort(sortText);
  if (sortText !== null && !view.sort) notes.push(t("view.notSort", { text: sortText }));

  view.compare = params.get("compare") === "1";
  const { explore, notes: exploreNotes } = readExplore(params);
  view.explore = explore;
  const agents = readAgents(params);
  view.agents = agents ?? view.agents;
  notes.push(...exploreNotes, ...(params.has("agents") && !agents ? [t("view.notPart", { key: "agents" })] : []));
  const { lens, notes: lensNotes } = readLens(params, view.explore);
  const { cards, notes: cardNotes } = readCards(params);
  view.lens = lens;
  notes.push(...lensNotes, ...cardNotes);
  const open = params.get("open");
  if (open && conversationIdPattern.test(open)) view.open = open;
  else if (open) notes.push(t("view.notConversation", { text: open }));
  view.reading = view.open !== undefined && params.get("read") === "1";

  const columns = named(params.getAll("column"));
  const { filters, notes: filterNotes } = readFilters(params);
  notes.push(...filterNotes);
  for (const key of named(params.keys())) {
    if (!known.has(key) && !isFilterKey(key) && !key.startsWith("utm_")) notes.push(t("view.notPart", { key }));
  }
  return { view: withCards({ ...view, ...filters, columns: columns.length ? columns : undefined }, cards), notes };
}

/**
 * Writes a view as the query part of an address: "" for the default view, else with every part that is not the
 * default. The zone is always written then, so that the link shows the same hours to a person in another zone.
 */
export function formatView(view: View, browserZone: string): string {
  const params = new URLSearchParams();
  const range = writeRange(view.range);
  if (range !== writeRange(defaultRange)) params.set("range", range);
  writeFilters(params, view);
  if (view.sort) params.set("sort", `${view.sort.field}:${view.sort.direction.toLowerCase()}`);
  for (const column of view.columns ?? []) params.append("column", column);
  if (view.compare) params.set("compare", "1");
  writeExplore(params, view.explore);
  writeAgents(params, view.agents);
  if (view.lens !== usualLens(view.explore)) params.set("lens", view.lens);
  for (const card of view.cards ?? []) params.append("card", card);
  if (view.open) params.set("open", view.open);
  if (view.open && view.reading) params.set("read", "1");
  if (params.size === 0 && view.zone === browserZone) return "";
  params.set("tz", view.zone);
  // Slashes, colons and commas are legal in a query and read better unescaped.
  return `?v=${version}&${params.toString().replace(/%2F/g, "/").replace(/%3A/g, ":").replace(/%2C/g, ",")}`;
}
