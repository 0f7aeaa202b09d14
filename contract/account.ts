import * as z from "zod/mini";
import { foundGrainSchema } from "./grains.ts";
import { limits } from "./limits.ts";
import { type RoleName, roleNames } from "./roles.ts";

/** Fields named by the deployer, by role; they win over what Earshot finds. See contract/fields.ts for the syntax. */
export const fieldOverridesSchema = z.partialRecord(z.enum(roleNames), z.string());
export type FieldOverrides = z.infer<typeof fieldOverridesSchema>;

/** The answer of `GET /api/account`. Never holds a secret. */
export const accountSchema = z.object({
  mode: z.enum(["sample", "twilio"]),
  /** An ellipsis and the last four characters of the account SID. */
  account: z.string(),
  fields: fieldOverridesSchema,
  /** Fields that were chosen on the screen for a role; what the deployer named in `fields` wins over them. */
  chosen: z._default(fieldOverridesSchema, {}),
  /** Fields that the account's API lists and refuses: no role and no column may use them. */
  refused: z._default(z.array(z.string()), []),
  /** Grains of times that were found by their values, since their names say nothing. */
  grains: z._default(z.array(foundGrainSchema), []),
  /** Grows with everything that becomes known of the account; answers carry it, so that a screen knows to ask again. */
  known: z._default(z.int().check(z.nonnegative()), 0),
  version: z.string(),
});
export type Account = z.infer<typeof accountSchema>;

/** What was chosen on the screen, under what the deployer named. */
export function namedFields({ fields, chosen }: Pick<Account, "fields" | "chosen">): FieldOverrides {
  return { ...chosen, ...fields };
}

/** The body of `PUT /api/account/fields/:role`: the field that plays the role, or `none` for no field at all. */
export const fieldChoiceSchema = z.strictObject({ field: z.string().check(z.minLength(1), z.maxLength(limits.field)) });

/** The variable by which the deployer names a role's field. */
export function fieldVariable(role: RoleName): string {
  return `FIELD_${role.replace(/[A-Z]/g, "_$&").toUpperCase()}`;
}

/** The header of a query's answer that says what `known` of the account is by then. */
export const knownHeader = "X-Earshot-Known";
