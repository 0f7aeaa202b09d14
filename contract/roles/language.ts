import type { Role } from "./role.ts";

/** What it was held in. */
export const language = {
  playedBy: "dimension",
  value: "text",
  several: true,
  inCube: true,
  personal: false,
  marksCube: true,
  speaksOf: [],
  column: { cell: "language", place: 11, usual: 1200, width: { least: 112, share: 0.6 } },
  filter: "facet",
  dependsOnEntity: false,
  names: [
    [/^languages?$/, 10],
    [/^(conversation languages?|languages? (codes?|tags?))$/, 9],
    [/^(conversation )?languages? (list|set|names?|detected|used|spoken|codes?|tags?|iso( codes?)?)$/, 8],
    [/^(list of|all) languages$/, 8],
    [/^(conversation )?locales?( codes?)?$/, 7],
    [/^(primary|main|detected|spoken|first|customer) (languages?|locales?)( codes?)?$/, 7],
    [/^iso languages?( codes?)?$/, 6],
  ],
  descriptions: [[/\blanguages?\b.*\b(conversation|spoken|detected|used)\b/i, 4]],
} as const satisfies Role;
