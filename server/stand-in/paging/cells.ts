import type { Row } from "../../../contract/page.ts";
import type { Catalogue, Dimension } from "../catalogue/types.ts";
import type { Plan } from "../compile/plan.ts";
import { writeTime } from "../compile/zone.ts";

/** A cell as the database gives it. */
export type Raw = string | number | null;

/** Narrows what the database returns to what the statements can return. */
export function toRaw(value: unknown): Raw {
  if (typeof value === "bigint") return Number(value);
  return typeof value === "string" || typeof value === "number" ? value : null;
}

function writeNumber(catalogue: Catalogue, value: Raw): Raw {
  return catalogue.numbers === "string" && value !== null ? String(value) : value;
}

function writeDimension(catalogue: Catalogue, dimension: Dimension, value: Raw): unknown {
  if (value === null) return null;
  if (dimension.kind === "time") return writeTime(Number(value));
  if (dimension.kind === "coded") return dimension.labels[Number(value)] ?? null;
  return dimension.kind === "number" ? writeNumber(catalogue, value) : value;
}

/** A row with the names of its query: dimensions first, then measures. */
export function writeRow(catalogue: Catalogue, plan: Plan, cell: (column: string) => Raw): Row {
  const row: Row = {};
  plan.dimensions.forEach((one, i) => {
    row[one.name] = writeDimension(catalogue, one, cell(`d${i}`));
  });
  plan.measures.forEach((one, i) => {
    row[one.name] = writeNumber(catalogue, cell(`m${i}`));
  });
  return row;
}
