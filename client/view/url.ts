import { conversationIdPattern } from "../../contract/conversation-id.ts";
import { t } from "../words/words.ts";
import { isZone } from "./range.ts";
import { lookKeys } from "./shared-look.ts";
import { isFilterKey, named, readFilters, writeFilters } from "./url-filters.ts";
import { readRange, writeRange } from "./url-range.ts";
import { defaultRange, defaultView, type Explore, type Sort, type View } from "./view.ts";

/** Written into every address that says anything, so that a later Earshot knows how to read it. */
const version = "1";
const known = new Set(["v", "range", "tz", "sort", "column", "compare", "measure", "by", "open", ...lookKeys]);

/** A view read from an address, and a sentence for each part of the address that could not be used. */
export type ReadView = { view: View; notes: string[] };

function readSort(text: string): Sort | undefined {
  const match = /^(.+):(asc|desc)$/s.exec(text);
  if (!match?.[1]) return undefined;
  return { field: match[1], direction: match[2] === "asc" ? "ASC" : "DESC" };
}

function readExplore(params: URLSearchParams): Explore | undefined {
  const [measure, dimension] = [params.get("measure"), params.get("by")];
  return measure && dimension ? { measure, dimension } : undefined;
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
  view.explore = readExplore(params);
  const open = params.get("open");
  if (open && conversationIdPattern.test(open)) view.open = open;
  else if (open) notes.push(t("view.notConversation", { text: open }));

  const columns = named(params.getAll("column"));
  const { filters, notes: filterNotes } = readFilters(params);
  notes.push(...filterNotes);
  for (const key of named(params.keys())) {
    if (!known.has(key) && !isFilterKey(key) && !key.startsWith("utm_")) notes.push(t("view.notPart", { key }));
  }
  return { view: { ...view, ...filters, columns: columns.length ? columns : undefined }, notes };
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
  if (view.explore) {
    params.set("measure", view.explore.measure);
    params.set("by", view.explore.dimension);
  }
  if (view.open) params.set("open", view.open);
  if (params.size === 0 && view.zone === browserZone) return "";
  params.set("tz", view.zone);
  // Slashes, colons and commas are legal in a query and read better unescaped.
  return `?v=${version}&${params.toString().replace(/%2F/g, "/").replace(/%3A/g, ":").replace(/%2C/g, ",")}`;
}
