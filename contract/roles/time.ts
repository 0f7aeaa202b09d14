import type { Role } from "./role.ts";

/** What can stand behind `created` and `start`. */
const moment = "( at| on| date| time| date time)?";

/** When a conversation began. The time range of a view is on it. */
export const time = {
  playedBy: "dimension",
  value: "time",
  several: false,
  inCube: false,
  personal: false,
  marksCube: true,
  speaksOf: [],
  column: { cell: "time", place: 1, usual: 0, width: { least: 152, share: 0 }, card: [0, "end"] },
  filter: "none",
  dependsOnEntity: true,
  names: [
    [/^(created (at|date|time|on|date time)|(date|time|date time) created|(date|time) of created)$/, 10],
    [new RegExp(`^conversation (created|start)${moment}$`), 10],
    [/^(start (at|date|time|on|date time)|(date|time) start|start|created)$/, 9],
    [new RegExp(`^(conversation )?(opened|initiated)${moment}$`), 7],
    [/^conversation (date|time|date time)$/, 7],
    [/^(occurred at|date|time|date time)$/, 5],
  ],
  descriptions: [[/\b(when|time|date)\b.*\bconversation\b.*\b(created|started|began)\b/i, 5]],
} as const satisfies Role;
