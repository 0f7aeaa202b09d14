import type { Request, Router } from "express";
import { fieldChoiceSchema, fieldVariable } from "../../../contract/account.ts";
import { findFields } from "../../../contract/fields.ts";
import { limits } from "../../../contract/limits.ts";
import { type RoleName, roleNames } from "../../../contract/roles.ts";
import { findingsOf } from "../../accounts/known.ts";
import { contextOf } from "../../context/request-context.ts";
import { earshotProblem } from "../../messages/problem.ts";
import { sentence } from "../../messages/sentence.ts";
import { clipped } from "../../messages/sentences.ts";
import { hasBody, jsonBody, parseBody } from "../body.ts";
import { onlyMethods } from "../methods.ts";

function roleOf(request: Request): RoleName {
  const role = roleNames.find((one) => one === request.params.role);
  if (!role) throw earshotProblem("notFound", sentence("requestNoRole"));
  return role;
}

/**
 * `GET /account`: which account is shown. `GET /findings`: what is known of its API. `PUT` and `DELETE
 * /account/fields/:role`: chooses the field of a role, and takes the choice back; both answer the account as it is then.
 */
export function accountRoute(router: Router): void {
  router
    .route("/account")
    .get((request, response) => {
      response.json(contextOf(request).account.describe());
    })
    .all(onlyMethods("GET"));
  router
    .route("/findings")
    .get(async (request, response) => {
      const { account, signal } = contextOf(request);
      response.json(await findingsOf(account, signal));
    })
    .all(onlyMethods("GET"));
  router
    .route("/account/fields/:role")
    .put(...jsonBody(limits.choiceBytes), async (request, response) => {
      const { account, signal } = contextOf(request);
      const role = roleOf(request);
      if (!hasBody(request)) throw earshotProblem("badRequest", sentence("requestNoChoice"));
      const { field } = parseBody(request, fieldChoiceSchema);
      if (account.describe().fields[role] !== undefined)
        throw earshotProblem("conflict", sentence("requestNamedRole", { variable: fieldVariable(role) }));
      const { badOverrides } = findFields(await account.listed(signal), { [role]: field });
      if (badOverrides.length > 0)
        throw earshotProblem("badRequest", sentence("requestNoRoleField", { field: clipped(field) }));
      await account.knowledge.choose(role, field.trim());
      response.json(account.describe());
    })
    .delete(async (request, response) => {
      const { account } = contextOf(request);
      await account.knowledge.choose(roleOf(request), undefined);
      response.json(account.describe());
    })
    .all(onlyMethods("PUT", "DELETE"));
}
