import type { Dimension, Label } from "../catalogue/types.ts";
import { mapDimensions } from "./fields.ts";
import type { Dialect, Hooks } from "./types.ts";

type Change = (value: string) => string;

function changeLabel(label: Label, change: Change): Label {
  return typeof label === "string" ? change(label) : label.map(change);
}

function changeCell(cell: unknown, change: Change): unknown {
  if (typeof cell === "string") return change(cell);
  return Array.isArray(cell) ? cell.map((member) => changeCell(member, change)) : cell;
}

/** Values are one thing to filters, and another in cells. */
function apart(filtered: Change, shown: Change): Hooks {
  const isCoded = ({ kind }: Dimension) => kind === "coded";
  return {
    catalogue: (catalogue) =>
      mapDimensions(catalogue, (one) =>
        one.kind === "coded" ? { ...one, labels: one.labels.map((label) => changeLabel(label, filtered)) } : one,
      ),
    cell: (value, dimension) => (isCoded(dimension) ? changeCell(value, shown) : value),
  };
}

const asItIs: Change = (value) => value;
const upper: Change = (value) => value.toUpperCase();
const lower: Change = (value) => value.toLowerCase();

/** Another letter in the place of each: what the account calls a value is not to be had from what it shows. */
const coded: Change = (value) => `${value.length}${[...value].toReversed().join("")}`;

/** Values in filters that are written otherwise in rows. */
export const values: readonly Dialect[] = [
  {
    name: "values-lower-cells",
    does: "writes values in lower case (`voice`); filters take them in upper case only (`VOICE`)",
    hooks: apart(upper, lower),
  },
  {
    name: "values-upper-cells",
    does: "writes values in upper case (`VOICE`); filters take them in lower case only (`voice`)",
    hooks: apart(lower, upper),
  },
  {
    name: "values-mixed-filters",
    does: "writes values in lower case; filters take those of up to five letters in upper case (`VOICE`), others as they are",
    hooks: apart((value) => (value.length <= 5 ? upper(value) : value), lower),
  },
  {
    name: "values-renamed-cells",
    does: "writes the words of values (`voice`); filters take only their codes (`5eciov`)",
    hooks: apart(coded, (value) => [...value.slice(1)].toReversed().join("")),
  },
  {
    name: "values-padded-cells",
    does: "writes values with blanks behind them (`voice   `), as CHAR(8) does; filters take them without",
    hooks: apart(asItIs, (value) => value.padEnd(8)),
  },
];
