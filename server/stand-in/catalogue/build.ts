import { grains } from "../../../contract/field-words.ts";
import type { Dimension } from "./types.ts";

type Extra = Pick<Dimension, "joins" | "required">;

/** A time dimension and one more for each grain; the plain one may be for filters only. */
export function timeDimensions(
  name: string,
  sql: string,
  description: string,
  extra: Extra & { plain: "selectable" | "filterOnly" },
): Dimension[] {
  const { plain, ...rest } = extra;
  const base: Dimension = { name, kind: "time", sql, description, ...rest };
  return [
    plain === "filterOnly" ? { ...base, filterOnly: true } : base,
    ...grains.map(
      (grain): Dimension => ({
        ...base,
        name: `${name}.${grain}`,
        grain,
        description: `${description}, by ${grain}: the instant at which the ${grain} begins in the time zone of the query`,
      }),
    ),
  ];
}
