import { type Account, namedFields } from "./account.ts";
import { type FieldRoles, findFields } from "./fields.ts";
import { type Metadata, withoutRefused } from "./metadata.ts";

/** What is known of an account, as far as its fields are found by it. */
export type KnownOfFields = Pick<Account, "fields" | "chosen" | "refused" | "grains">;

/** What was found last in a metadata, and by what else. Each query is read by it, and finding it takes long. */
const foundIn = new WeakMap<Metadata, { by: string; fields: FieldRoles }>();

/**
 * Finds the field of each role by the metadata and by all that is known of the account. Fields that its API refuses play
 * none; a role that is missing for that names its field in `refused`.
 *
 * @param metadata as the account lists it, what it refuses among it.
 */
export function accountFields(metadata: Metadata, { fields, chosen, refused, grains }: KnownOfFields): FieldRoles {
  const by = JSON.stringify([fields, chosen, refused, grains]);
  const last = foundIn.get(metadata);
  if (last?.by === by) return last.fields;
  const found = findAll(metadata, { fields, chosen, refused, grains });
  foundIn.set(metadata, { by, fields: found });
  return found;
}

function findAll(metadata: Metadata, known: KnownOfFields): FieldRoles {
  const named = namedFields(known);
  const found = findFields(withoutRefused(metadata, known.refused), named, known.grains);
  if (known.refused.length === 0) return found;
  const { roles } = findFields(metadata, named, known.grains);
  const lost = found.missing.flatMap((role) => {
    const field = roles[role]?.field;
    return field !== undefined && known.refused.includes(field) ? [[role, field] as const] : [];
  });
  return lost.length === 0 ? found : { ...found, refused: Object.fromEntries(lost) };
}
