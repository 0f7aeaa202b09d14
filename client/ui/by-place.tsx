import { Fragment, type ReactNode } from "react";

/** Draws items that are known by their place alone: they may come twice, or be called another name and stay what they are. */
export function byPlace<Item>(items: readonly Item[], draw: (item: Item) => ReactNode): ReactNode {
  return items.map((item, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: that it is the key is what this is for
    <Fragment key={place}>{draw(item)}</Fragment>
  ));
}
