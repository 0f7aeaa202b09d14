import { createContext } from "react";

/** What a card knows of its place among the cards. */
export type CardPlace = {
  /** Whether it has the whole width. */
  isExpanded: boolean;
  /** Gives it the whole width, or its own place back. */
  onExpand: () => void;
};

/** Undefined for a card that stands alone. */
export const CardPlaceContext = createContext<CardPlace | undefined>(undefined);
