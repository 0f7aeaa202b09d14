import { splitGrain } from "../../contract/field-words.ts";
import type { FieldRoles } from "../../contract/fields.ts";
import type { Metadata } from "../../contract/metadata.ts";
import { roleNames, roles as roleRecords } from "../../contract/roles.ts";

/** What an account's metadata says of its fields, as far as requests and answers are translated by it. */
export type Shape = {
  roles: FieldRoles["roles"];
  /** Dimensions that hold an instant. */
  times: ReadonlySet<string>;
  /** Dimensions that hold a time cut to a grain, and the field that they are a grain of. */
  grains: ReadonlyMap<string, string>;
  /** Dimensions that may hold several values. */
  several: ReadonlySet<string>;
};

const isTime = (type: string | null | undefined) => /time|date/i.test(type ?? "");

/** Reads the metadata. Fields that the roles find by other words than a type's are known by their roles. */
export function shapeOf(metadata: Metadata, { roles }: FieldRoles): Shape {
  const times = new Set<string>();
  const grains = new Map<string, string>();
  for (const { name, type } of metadata.cubes.flatMap(({ dimensions }) => dimensions)) {
    const { base, grain } = splitGrain(name);
    if (grain !== undefined) grains.set(name, base);
    else if (isTime(type)) times.add(name);
  }
  if (roles.time) {
    for (const name of Object.values(roles.time.grains)) {
      grains.set(name, roles.time.field);
      times.delete(name);
    }
    if (!grains.has(roles.time.field)) times.add(roles.time.field);
  }
  const several = new Set(
    roleNames.flatMap((name) => (roleRecords[name].several && roles[name] ? [roles[name].field] : [])),
  );
  return { roles, times, grains, several };
}
