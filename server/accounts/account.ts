import type { Account, FieldOverrides } from "../../contract/account.ts";
import { type FieldRoles, findFields } from "../../contract/fields.ts";
import type { Metadata } from "../../contract/metadata.ts";
import packageJson from "../../package.json" with { type: "json" };
import type { Neighbours } from "../twilio/neighbours.ts";
import type { Upstream } from "../twilio/upstream.ts";
import type { Knowledge } from "./knowledge.ts";

/** One account: the ways to its APIs, and what is known of it. */
export type OpenAccount = {
  upstream: Upstream;
  neighbours: Neighbours;
  knowledge: Knowledge;
  /** What the screen is told of it now. */
  describe(): Account;
  /** Which of its fields plays which role, by all that is known now. Asks for the metadata. */
  fields(signal: AbortSignal): Promise<FieldRoles>;
  close(): Promise<void>;
};

export type AccountOptions = {
  mode: Account["mode"];
  accountSid: string;
  /** What the deployer named. */
  fields: FieldOverrides;
  upstream: Upstream;
  neighbours: Neighbours;
  knowledge: Knowledge;
};

/** What was chosen on the screen, under what the deployer named. */
export function namedFields({ fields, chosen }: Pick<Account, "fields" | "chosen">): FieldOverrides {
  return { ...chosen, ...fields };
}

export function openAccount({
  mode,
  accountSid,
  fields,
  upstream,
  neighbours,
  knowledge,
}: AccountOptions): OpenAccount {
  const describe = (): Account => ({
    mode,
    account: `…${accountSid.slice(-4)}`,
    fields,
    chosen: knowledge.chosen(),
    refused: knowledge.findings().flatMap(({ kind, field }) => (kind === "no-field" && field ? [field] : [])),
    known: knowledge.version,
    version: packageJson.version,
  });
  return {
    upstream,
    neighbours,
    knowledge,
    describe,
    async fields(signal) {
      const { value }: { value: Metadata } = await upstream.metadata(signal);
      return findFields(value, namedFields(describe()));
    },
    async close() {
      await knowledge.saved();
      await upstream.close();
      await neighbours.close();
    },
  };
}
