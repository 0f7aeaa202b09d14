import type { Row } from "../../contract/page.ts";

/** A conversation before or after the open one in the list. */
export type Neighbour = { id: string; row: Row };

/** Those on either side, as far as they are loaded. */
export type Neighbours = { prev: Neighbour | undefined; next: Neighbour | undefined };

/** The place of the open conversation in the list, counted from one, and how many there are where that is known. */
export type ListPlace = { place: number; of: number | undefined };
