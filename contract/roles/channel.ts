import type { Role } from "./role.ts";

/** What a conversation was held over. */
export const channel = {
  playedBy: "dimension",
  value: "text",
  several: true,
  inCube: true,
  personal: false,
  marksCube: true,
  speaksOf: [],
  column: {
    cell: "channel",
    place: 8,
    usual: 880,
    width: { least: 190, tight: 128, share: 1 },
    card: [2, "middle"],
  },
  filter: "facet",
  dependsOnEntity: false,
  names: [
    [/^channels?$/, 10],
    [/^(conversation )?channels? (types?|names?)$/, 9],
    [/^conversation channels?$/, 9],
    [/^(conversation )?channels? (types? )?(list|set|codes?|kinds?|category|used)$/, 8],
    [/^((list of|all) channels|channels? used)$/, 8],
    [/^(primary|first|initial|main|origin|source|contact|communication) channels?( types?)?$/, 6],
    [/^(medium|media types?)$/, 5],
  ],
  descriptions: [[/\bchannels?\b.*\b(conversation|used|took place)\b/i, 4]],
} as const satisfies Role;
