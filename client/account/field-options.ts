import { isNumberType, isTimeType } from "../../contract/field-types.ts";
import { splitGrain } from "../../contract/field-words.ts";
import type { FieldRoles } from "../../contract/fields.ts";
import type { Dimension, Measure, Metadata } from "../../contract/metadata.ts";
import { type RoleName, roles } from "../../contract/roles.ts";

/** The fields that can be chosen for a role, by their names: those of its type, and the rest. */
export type FieldOptions = { likely: string[]; others: string[] };

function isOfType(role: RoleName, { type }: Dimension | Measure): boolean {
  const { value, playedBy } = roles[role];
  switch (value) {
    case "time":
      return isTimeType(type);
    case "number":
      // Every measure is one, whatever the account calls its type.
      return playedBy === "measure" || isNumberType(type);
    case "text":
      return !isTimeType(type) && !isNumberType(type);
  }
}

/** What a role can be played by in an account. A time is chosen without its grains, which come along. */
export function fieldOptions(role: RoleName, { cubes }: Metadata, { grains }: FieldRoles): FieldOptions {
  const listed = cubes.flatMap((cube) => (roles[role].playedBy === "measure" ? cube.measures : cube.dimensions));
  const names = (isLikely: boolean) => {
    const fitting = listed.filter((field) => isOfType(role, field) === isLikely);
    return [...new Set(fitting.map(({ name }) => (role === "time" ? splitGrain(name, grains).base : name)))];
  };
  return { likely: names(true), others: names(false) };
}
