import type { Grain } from "../../../contract/field-words.ts";

/** What a code of a coded dimension stands for: one word, or the words of an array cell. */
export type Label = string | readonly string[];

/** How a dimension's column is read. Time columns hold microseconds since 1970 in UTC. */
export type Column =
  | { kind: "string" | "number"; sql: string }
  | { kind: "time"; sql: string; grain?: Grain }
  /** The column holds a small number, the index of a label; labels are listed in the order in which they sort. */
  | { kind: "coded"; sql: string; labels: readonly Label[] };

export type Dimension = Column & {
  name: string;
  description: string;
  /** The names of the catalogue's joins that the column needs. */
  joins?: readonly string[];
  /** Never null; lets a page be found without looking at every row. */
  required?: true;
  /** Can be filtered by, but is neither selected nor listed. */
  filterOnly?: true;
  /** NE takes rows without a value, too. */
  nullsPassNe?: true;
  /** Conditions in SQL: where the dimension is selected, rows for which one of them does not hold do not come. */
  selectedWhere?: readonly string[];
};

export type Measure = {
  name: string;
  description: string;
  aggregation: "count" | "countDistinct" | "sum" | "avg" | "max";
  /** What is aggregated. A count of rows needs the column that tells one row from another. */
  sql: string;
  joins?: readonly string[];
};

export type Cube = {
  name: string;
  description: string;
  measures: readonly Measure[];
  dimensions: readonly Dimension[];
  /** Holds for the rows of this cube when it is asked alone, without another cube's fields. */
  alone?: string;
};

/** One vocabulary for the account's data. The compiler takes every name and every SQL expression from here. */
export type Catalogue = {
  domain: string;
  /** How a page says that there is no page before or after it. */
  endToken: "missing" | "null";
  /** How numbers are written in cells. */
  numbers: "number" | "string";
  /** The table of conversations; every SQL expression of the catalogue calls it `c`. */
  table: string;
  /** Joins in the order in which they have to be made; each may give a conversation several rows. */
  joins: Readonly<Record<string, string>>;
  /** The columns that put rows in the default order, newest first, and the one that numbers them as they arrived. */
  newest: { time: string; id: string; number: string };
  cubes: readonly Cube[];
  /** Groups of fewer conversations do not come. */
  smallestGroup?: number;
};
