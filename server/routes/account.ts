import type { Router } from "express";
import type { Account } from "../../contract/account.ts";
import { onlyMethods } from "../methods.ts";

/** `GET /account`: which account is shown. */
export function accountRoute(router: Router, account: Account): void {
  router
    .route("/account")
    .get((_request, response) => {
      response.json(account);
    })
    .all(onlyMethods("GET"));
}
