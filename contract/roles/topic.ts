import type { Role } from "./role.ts";

/** What the conversation was about, in one of a few words. */
export const topic = {
  playedBy: "dimension",
  value: "text",
  several: true,
  inCube: false,
  personal: false,
  marksCube: false,
  speaksOf: [],
  column: { cell: "text", place: 4, usual: 1600, width: { least: 130, share: 1 } },
  filter: "values",
  dependsOnEntity: false,
  names: [
    [/^((conversation|main|primary|detected) )?topics?( list| names?)?$/, 10],
    [/^(contact|call) reasons?$/, 7],
    [/^(conversation )?intents?$/, 6],
    [/^(conversation )?(category|categories)$/, 5],
  ],
  descriptions: [],
} as const satisfies Role;
