import { Fragment, type ReactNode } from "react";

/** Draws items that may come twice and have no identity but their place. */
export function byPlace<Item>(items: readonly Item[], draw: (item: Item) => ReactNode): ReactNode {
  return items.map((item, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: that it is the key is what this is for
    <Fragment key={place}>{draw(item)}</Fragment>
  ));
}
