/** A button of the line: how wide it is, in pixels, and whether it narrows the view. */
export type LineItem = { id: string; width: number; isUsed: boolean };

/**
 * Which buttons of a line do not fit into its room: from the end, first those that narrow nothing, so that what is
 * chosen stays in sight as long as there is room for it.
 *
 * @param gap - pixels beside each button
 */
export function hiddenItems(items: readonly LineItem[], room: number, gap: number): string[] {
  const leaving = [...items.filter(({ isUsed }) => isUsed), ...items.filter(({ isUsed }) => !isUsed)].toReversed();
  let width = items.reduce((sum, item) => sum + item.width + gap, 0);
  const hidden: string[] = [];
  for (const item of leaving) {
    if (width <= room) break;
    width -= item.width + gap;
    hidden.push(item.id);
  }
  return hidden;
}
