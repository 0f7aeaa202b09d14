import type { Role } from "./role.ts";

const known = "(assigned|handling|answering|responsible|primary|main|human|live|first|last|final|conversation|support)";
const naming = "((full|display|friendly) )?names?";

/** Who served the customer. A conversation that is handed over has several. */
export const agent = {
  playedBy: "dimension",
  value: "text",
  several: true,
  inCube: false,
  personal: true,
  marksCube: false,
  speaksOf: ["agent"],
  column: { cell: "text", place: 6, usual: 0, width: { least: 140, share: 1 }, card: [1, "end"] },
  filter: "loaded",
  dependsOnEntity: false,
  names: [
    [new RegExp(`^(${known} ){0,2}agents? ${naming}$`), 10],
    [new RegExp(`^${known} agents?( list)?$`), 9],
    [/^agents?( list)?$/, 8],
    [/^(agents? )?(handled|served|answered|attended|assigned)( by| to)( (agents?|workers?))?( names?)?$/, 8],
    [new RegExp(`^(task router )?(assigned )?workers?( ${naming})?$`), 8],
    [
      new RegExp(
        `^((customer )?service |support |sales )?(representatives?|reps?|advisors?|advisers?|csr)( ${naming})?$`,
      ),
      7,
    ],
    [
      new RegExp(
        `^(${known} )?(agents?|workers?) (ids?|sids?|key|code|emails?|email address|login|user name|identity)$`,
      ),
      6,
    ],
    [/^assignees?( names?)?$/, 6],
  ],
  descriptions: [
    [/^(the )?((full|display) )?(names?|ids?|e-?mails?)( address)? of (the|an) (human )?(agents?|workers?)\b/i, 6],
  ],
} as const satisfies Role;
