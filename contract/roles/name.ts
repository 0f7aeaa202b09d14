import type { Role } from "./role.ts";

const own = "(conversation |friendly |display |full )*";

/** What the conversation is called, by whoever began it or by what it is about. */
export const name = {
  playedBy: "dimension",
  value: "text",
  several: false,
  inCube: false,
  personal: false,
  marksCube: false,
  speaksOf: [],
  column: { cell: "text", place: 3, usual: 0, width: { least: 150, share: 1.6 }, card: [0, "start"] },
  filter: "values",
  dependsOnEntity: true,
  names: [
    [new RegExp(`^${own}names?$`), 10],
    [/^(conversation )?(title|subject|subject line)$/, 8],
  ],
  descriptions: [[/^(the )?(friendly )?(name|title|subject) of the conversation\b/i, 6]],
} as const satisfies Role;
