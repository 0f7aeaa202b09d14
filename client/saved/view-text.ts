import { perCubeRole } from "../../contract/roles.ts";
import { browserZone } from "../browser/zone.ts";
import { valueKey } from "../format/values.ts";
import { fixedRange, type Window } from "../view/range.ts";
import { formatView, parseView, type ReadView } from "../view/url.ts";
import { type Chosen, type View, withLens, withOpen, withRange } from "../view/view.ts";

/**
 * What is saved of a view: all but the conversation that happens to be open. The zone is always in it, so that it shows
 * the same hours wherever it is opened: no zone is called "", so that none is taken for granted.
 */
export function savedText(view: View): string {
  return formatView(withOpen(view, undefined), "");
}

/**
 * A view's text in which each value stands once, however many spellings of it are asked for. Both lenses show the same
 * view: to look through the other does not change it.
 */
function meaning(view: View): string {
  const keys = (chosen: Chosen): Chosen => perCubeRole((role) => [...new Set(chosen[role].map(valueKey))]);
  return savedText({ ...withLens(view, "conversations"), chosen: keys(view.chosen), excluded: keys(view.excluded) });
}

/**
 * Whether a saved text, maybe written by hand or by another version, means what the address means. What of either cannot
 * be read is held against each other as well: two texts that both fall back to the usual range are not the same view.
 */
export function isAsked(search: string, asked: ReadView): boolean {
  const { view, notes } = parseView(search, browserZone());
  return meaning(view) === meaning(asked.view) && notes.join("\n") === asked.notes.join("\n");
}

/** Whether all that the address asks for is on the screen. */
export function isWhole({ view, notes }: ReadView, shown: View): boolean {
  return notes.length === 0 && meaning(view) === meaning(shown);
}

/** The view with the time that is on the screen in place of one that moves along with the clock. */
export function withFixedTime(view: View, window: Window): View {
  return withRange(view, fixedRange(window.from, window.to, view.zone));
}
