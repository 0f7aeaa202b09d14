import { detail } from "./en/detail.ts";

/** The English of rooms that no first paint has a word of: their parts load it before they are drawn. */
export const later = { detail } as const;
