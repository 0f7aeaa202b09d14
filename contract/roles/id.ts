import type { Role } from "./role.ts";

/** The id of a conversation. */
export const id = {
  playedBy: "dimension",
  value: "text",
  several: false,
  inCube: false,
  personal: false,
  marksCube: true,
  speaksOf: [],
  column: { cell: "id", place: 2, usual: "behind", width: { least: 150, share: 1 }, card: [0, "start"] },
  filter: "values",
  dependsOnEntity: true,
  names: [
    [/^conversations? (id|sid)$/, 10],
    [/^(id|sid)$/, 9],
    [/^(conversation (key|unique id)|unique (conversation )?id|id of (the )?conversation)$/, 7],
    [/^conversation$/, 5],
  ],
  descriptions: [[/\b(unique )?(id|identifier|sid) of (the|a) conversation\b/i, 5]],
} as const satisfies Role;
