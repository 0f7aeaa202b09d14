import type { Role } from "./role.ts";

/** Whether a person or software served the customer. */
export const agentKind = {
  playedBy: "dimension",
  value: "text",
  several: false,
  inCube: false,
  personal: false,
  marksCube: false,
  speaksOf: ["agent"],
  column: { cell: "text", place: 7, usual: "never", width: { least: 130, share: 0.6 } },
  filter: "values",
  dependsOnEntity: false,
  names: [
    [/^agents? (type|kind)s?$/, 10],
    [/^(handled|served|answered) by (type|kind)$/, 8],
  ],
  descriptions: [],
} as const satisfies Role;
