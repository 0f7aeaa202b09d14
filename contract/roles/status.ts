import type { Role } from "./role.ts";

/** Whether it goes on. */
export const status = {
  playedBy: "dimension",
  value: "text",
  several: false,
  inCube: true,
  personal: false,
  marksCube: true,
  speaksOf: [],
  column: { cell: "status", place: 12, usual: 1200, width: { least: 96, share: 0.5 } },
  filter: "facet",
  dependsOnEntity: true,
  names: [
    [/^(conversation )?status$/, 10],
    [/^(current (conversation )?|conversation current )status$/, 9],
    [/^(conversation )?status (name|label|value|code|type)$/, 8],
    [/^(current )?(conversation )?(lifecycle )?state( (name|label|value|code|type))?$/, 7],
  ],
  descriptions: [[/\bstatus of the conversation\b/i, 4]],
} as const satisfies Role;
