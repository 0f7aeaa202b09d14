/** A rule gives points to a field whose own words match. The best rule counts, not the sum. */
export type Rule = readonly [pattern: RegExp, points: number];

/** The ways in which a cell is drawn, in the table and in the panel of one conversation. */
export const cellKinds = [
  "id",
  "time",
  "channel",
  "language",
  "sentiment",
  "status",
  "number",
  "duration",
  "text",
] as const;
export type CellKind = (typeof cellKinds)[number];

/** How a role stands in the table. */
export type RoleColumn = {
  cell: CellKind;
  /** Its place among the columns, from 1. */
  place: number;
  /**
   * Where nobody chose columns: from which width of the list it is shown, in pixels at usual letters. `behind` is asked
   * for and stands in files, but is shown only where nothing else says which conversation it is; `never` is not asked for.
   */
  usual: number | "behind" | "never";
  /**
   * The least width of its column, in pixels at usual letters, also where a narrow list shows one of several values, and
   * its share of the width that is left over.
   */
  width: { least: number; tight?: number; share: number };
  /** Where a card, on a narrow screen, has it: on which of its three lines, and where in it. Left out of what no card has. */
  card?: readonly [line: 0 | 1 | 2, at: "start" | "middle" | "end"];
};

/**
 * How conversations are filtered by a role.
 * - `facet`: its values are counted and listed, behind a button of its own. Only roles of the small cube can.
 * - `values`: as by any field of text: its most frequent values are asked for.
 * - `loaded`: by the values of the rows that are loaded, or by those that are typed or pasted whole. Nobody counts all
 *   of them: there may be as many as conversations, and they are people's.
 * - `numbers`: between two numbers.
 * - `none`: not at all, or, as by the time, in a place of its own.
 */
export type RoleFilter = "facet" | "values" | "loaded" | "numbers" | "none";

/** All that is known of a role in general, and what the field that plays it is found by. A role that lacks a part does not compile. */
export type Role = {
  /** What plays it: a dimension, or for the count a measure. */
  playedBy: "dimension" | "measure";
  value: "text" | "time" | "number";
  /** Whether one conversation may have several values. */
  several: boolean;
  /**
   * Whether conversations are counted by it together with the other such roles, in one query that the charts are drawn
   * from. Only a role of few values may: the query has a row for each combination.
   */
  inCube: boolean;
  /** Whether its values tell who somebody is. */
  personal: boolean;
  /** Whether a cube that has it looks more like the one with a row for each conversation: those of its parts lack it. */
  marksCube: boolean;
  /** Words that say of another role's field that it is about a part of the conversation, and of this one's nothing. */
  speaksOf: readonly string[];
  /** Undefined for what is no column: the count counts rows. */
  column: RoleColumn | undefined;
  filter: RoleFilter;
  /**
   * Whether the meaning of its bare name depends on the entity before it: `Id` is that entity's id, and `Count` counts
   * its rows. A channel, a language or a sentiment is the conversation's in every cube.
   */
  dependsOnEntity: boolean;
  /** Held against the plain words of a name, see `plainWords`. */
  names: readonly Rule[];
  /** Held against the description as the account writes it. */
  descriptions: readonly Rule[];
};
