import type { Role } from "./role.ts";

const naming = "((full|display|first|last) )?names?";
const way = "((phone|mobile) (numbers?)?|phones?|mobiles?|msisdn|emails?|email address|address(es)?|contact)";

/** Who was served, by a name, an address or an id: whichever the account has. */
export const customer = {
  playedBy: "dimension",
  value: "text",
  several: false,
  inCube: false,
  personal: true,
  marksCube: false,
  speaksOf: [],
  column: { cell: "text", place: 5, usual: 0, width: { least: 124, share: 1 }, card: [1, "start"] },
  filter: "loaded",
  dependsOnEntity: false,
  names: [
    [new RegExp(`^(primary |main )?customers? ${naming}$`), 10],
    [new RegExp(`^(callers?|contacts?|clients?|consumers?|end users?) ${naming}$`), 9],
    [/^customers?$/, 8],
    [new RegExp(`^customers? ${way}$`), 8],
    [new RegExp(`^(callers?|contacts?|clients?|consumers?|end users?) ${way}$`), 7],
    [/^(caller|contact|client) (ids?|number)$/, 7],
    [/^customers? (ids?|sids?|key|number|reference|profile( ids?)?)$/, 6],
    [/^(callers?|contacts?)$/, 6],
    [/^from( (address|number|phone|phone number|email))?$/, 5],
  ],
  descriptions: [
    [
      /^(the )?((full|display) )?(names?|phone numbers?|(e-?mail )?address(es)?|e-?mails?) of (the|a) (customer|caller)s?\b/i,
      6,
    ],
  ],
} as const satisfies Role;
