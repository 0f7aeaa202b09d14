import { rem } from "../../ui/rem.ts";

/** What makes a cell of a pinned column stay; nothing for the others. */
export function pinned(offset: number | undefined): { "data-pinned"?: true; style?: Record<`--${string}`, string> } {
  return offset === undefined ? {} : { "data-pinned": true, style: { "--pin": rem(offset) } };
}
