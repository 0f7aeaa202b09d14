import type { Router } from "express";
import type { OpenAccount } from "../accounts/account.ts";
import { onlyMethods } from "../methods.ts";

/** `GET /account`: which account is shown. */
export function accountRoute(router: Router, account: OpenAccount): void {
  router
    .route("/account")
    .get((_request, response) => {
      response.json(account.describe());
    })
    .all(onlyMethods("GET"));
}
