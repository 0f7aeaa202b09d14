import type { Role } from "./role.ts";

/** The measure that counts conversations. */
export const count = {
  playedBy: "measure",
  value: "number",
  several: false,
  inCube: false,
  personal: false,
  marksCube: true,
  speaksOf: [],
  column: undefined,
  filter: "none",
  dependsOnEntity: true,
  names: [
    [/^((unique|distinct|total|all) )*conversations? (count|total|number|volume)$/, 11],
    [/^(count|number|total|unique|distinct)( of)?( (unique|distinct|all|total))* conversations?( ids?)?$/, 11],
    [/^conversations? ((unique|distinct) count|(count )?(unique|distinct))$/, 10],
    [/^((unique|distinct) )?conversation ids? ((unique|distinct) )?count( (unique|distinct))?$/, 10],
    [/^(count|conversations|total)$/, 9],
    [/^(total count|(distinct|unique) count|count (distinct|unique|all))$/, 7],
    [/^((row|record) count|rows|records|(number|count) of (rows|records)|volume)$/, 5],
  ],
  descriptions: [[/\b(number|count) of (unique |distinct )?conversations\b/i, 6]],
} as const satisfies Role;
