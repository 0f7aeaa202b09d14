import type { Async } from "../api/async.ts";
import type { Breakdown } from "../insights/breakdown.ts";
import type { FilterRole } from "../view/view.ts";
import { t } from "../words/words.ts";
import { roleInSentence } from "./role-words.ts";

/** Why there is no filter for a role: the account has no field for it, or lists one and refuses it. */
export function missingWords(role: FilterRole, facet: Async<Breakdown>): string {
  return facet.status === "absent" ? facet.reason : t("filters.noField", { role: roleInSentence(role) });
}
