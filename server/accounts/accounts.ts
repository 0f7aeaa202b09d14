import type { OpenAccount } from "./account.ts";

/** The accounts that this server shows. Each has its own ways to Twilio, its own turns there, and its own knowledge. */
export type Accounts = {
  /** The id of the account that is meant where none is named. */
  usual: string;
  /** @throws RangeError where no account has this id. */
  get(id: string): OpenAccount;
  /** Closes them all. */
  close(): Promise<void>;
};

/** @param usual the account that is meant where none is named. */
export function createAccounts(usual: OpenAccount): Accounts {
  const accounts = new Map([[usual.id, usual]]);
  return {
    usual: usual.id,
    get(id) {
      const account = accounts.get(id);
      if (!account) throw new RangeError("No account has this id.");
      return account;
    },
    async close() {
      await Promise.all([...accounts.values()].map((account) => account.close()));
    },
  };
}
