import { type Account, fieldVariable } from "../../contract/account.ts";
import type { FieldRoles } from "../../contract/fields.ts";
import type { RoleName } from "../../contract/roles.ts";
import type { CountProof } from "../insights/count-proof.ts";
import { t } from "../words/words.ts";

/** Says how the field of a role was found, or why there is none. */
export function howFound(role: RoleName, account: Account, { roles }: FieldRoles, proof: CountProof): string {
  if (account.fields[role] !== undefined) return t("account.how.named", { variable: fieldVariable(role) });
  if (account.chosen[role] !== undefined) return t("account.how.chosen");
  if (role === "count" && proof === "failed") return t("account.how.failed");
  const how = roles[role]?.how;
  if (how === undefined) return t("account.how.missing");
  if (role === "count" && proof === "proven") return t("account.how.proven");
  return how === "type" ? t("account.how.type") : t("account.how.words");
}

/** Whether a role's field is a guess that nothing has proven. */
export function isGuess(role: RoleName, { roles }: FieldRoles, proof: CountProof): boolean {
  return roles[role]?.how === "type" && !(role === "count" && proof === "proven");
}
