import { createElement, Fragment, type ReactNode } from "react";

/**
 * Draws items that are known by their place alone: they may come twice, or be called another name and stay what they are.
 * As children that are written one by one, which React tells apart by their place; those of a list would need keys.
 */
export function byPlace<Item>(items: readonly Item[], draw: (item: Item, place: number) => ReactNode): ReactNode {
  return createElement(Fragment, null, ...items.map(draw));
}
