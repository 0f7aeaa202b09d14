import type { OpenAccount } from "../accounts/account.ts";
import type { Log } from "../twilio/guarded.ts";

/** Who asks. Earshot does not ask who is there: whoever reaches it is anybody on this machine. */
export type User = { kind: "anybody" };

/** Which conversations of the account may be seen. Anybody sees them all. */
export type Scope = { kind: "all" };

/** One request: who asks, of which account, for which part of it. Everything that is done for it is done with this. */
export type Context = {
  user: User;
  account: OpenAccount;
  scope: Scope;
  /** Where lines about it go. */
  log: Log;
  /** Fires when whoever asks goes away before the answer is whole. */
  signal: AbortSignal;
};
