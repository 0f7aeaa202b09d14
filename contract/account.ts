import { z } from "zod";

/** The parts a field can play on the screen. */
export const roleNames = ["id", "time", "channel", "language", "sentiment", "status", "count"] as const;
export type RoleName = (typeof roleNames)[number];

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
  chosen: fieldOverridesSchema.default({}),
  /** Fields that the account's API lists and refuses: no role and no column may use them. */
  refused: z.array(z.string()).default([]),
  /** Grows with everything that becomes known of the account; answers carry it, so that a screen knows to ask again. */
  known: z.number().int().nonnegative().default(0),
  version: z.string(),
});
export type Account = z.infer<typeof accountSchema>;
