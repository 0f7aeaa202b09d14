import type { Request, RequestHandler } from "express";
import type { Accounts } from "../accounts/accounts.ts";
import { goneSignal } from "../http/gone.ts";
import type { Log } from "../twilio/guarded.ts";
import type { Context } from "./context.ts";

const contexts = new WeakMap<Request, Context>();

/** Makes the context of each request. It comes after the guard: who is not let in has none. */
export function withContext(accounts: Accounts, log: Log): RequestHandler {
  return (request, response, next) => {
    contexts.set(request, {
      user: { kind: "anybody" },
      // No request names an account yet.
      account: accounts.get(accounts.usual),
      scope: { kind: "all" },
      log,
      signal: goneSignal(response),
    });
    next();
  };
}

/** @throws RangeError for a request that did not come through {@link withContext}. */
export function contextOf(request: Request): Context {
  const context = contexts.get(request);
  if (!context) throw new RangeError("The request has no context.");
  return context;
}
