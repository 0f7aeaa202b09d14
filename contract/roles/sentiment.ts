import type { Role } from "./role.ts";

/** How it went, as an operator labels the whole of it. */
export const sentiment = {
  playedBy: "dimension",
  value: "text",
  several: false,
  inCube: true,
  personal: false,
  marksCube: true,
  speaksOf: [],
  column: { cell: "sentiment", place: 9, usual: 0, width: { least: 112, share: 0.6 }, card: [2, "start"] },
  filter: "facet",
  dependsOnEntity: false,
  names: [
    [/^sentiments?$/, 10],
    [
      /^((overall|conversation|customer|caller|final|dominant|primary|main) ){0,2}sentiments?( (overall|final|label|value|result|category|class|classification|name|type|tag|polarity))?$/,
      9,
    ],
  ],
  descriptions: [[/\bsentiment\b/i, 5]],
} as const satisfies Role;
