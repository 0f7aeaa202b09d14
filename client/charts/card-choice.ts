import { type CardName, cardNames } from "../view/view.ts";

/**
 * The cards after one was ticked or unticked: a new one comes last, where it is seen to have come. The last one stays, as
 * a lens without cards shows nothing.
 */
export function toggleCard(shown: readonly CardName[], name: CardName): readonly CardName[] {
  if (!shown.includes(name)) return [...shown, name];
  return shown.length > 1 ? shown.filter((one) => one !== name) : shown;
}

/** The cards after one was moved by so many places, at most to either end. */
export function moveCard(shown: readonly CardName[], name: CardName, by: number): readonly CardName[] {
  const from = shown.indexOf(name);
  if (from < 0) return shown;
  const to = Math.min(Math.max(from + by, 0), shown.length - 1);
  return shown.toSpliced(from, 1).toSpliced(to, 0, name);
}

/** Every card as it is listed: those that are shown in their order, then the others in the usual one. */
export function listedCards(shown: readonly CardName[]): readonly CardName[] {
  return [...shown, ...cardNames.filter((name) => !shown.includes(name))];
}
