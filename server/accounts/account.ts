import { type Account, type FieldOverrides, namedFields } from "../../contract/account.ts";
import { accountFields } from "../../contract/account-fields.ts";
import type { FieldRoles } from "../../contract/fields.ts";
import { type Metadata, withoutRefused } from "../../contract/metadata.ts";
import packageJson from "../../package.json" with { type: "json" };
import type { Clock } from "../clock.ts";
import { conversationFinder, type FindConversations } from "../detail/find-conversations.ts";
import { conversationReader, type ReadConversation } from "../detail/read-conversation.ts";
import { createDialect } from "../dialect/dialect.ts";
import type { ConversationApis } from "../twilio/conversation-apis.ts";
import type { Log } from "../twilio/guarded.ts";
import type { Upstream } from "../twilio/upstream.ts";
import type { Knowledge } from "./knowledge.ts";

/** One account: the ways to its APIs, and what is known of it. */
export type OpenAccount = {
  /** Its SID. The screen is only told how it ends. */
  id: string;
  /**
   * The way to its Insights API, in the one form that the browser and exports use, and with a gate of its own: the calls
   * of a browsing person go before those of its exports.
   */
  upstream: Upstream;
  /** Reads one conversation from the two hosts beside Insights. */
  conversation: ReadConversation;
  /** Lists the conversations of a call or a message. */
  conversationsOf: FindConversations;
  knowledge: Knowledge;
  /** What the screen is told of it now. */
  describe(): Account;
  /** What it can be asked for, without what its API lists and refuses. Asks for the metadata. */
  listed(signal: AbortSignal): Promise<Metadata>;
  /** Which of its fields plays which role, by all that is known now. Asks for the metadata. */
  fields(signal: AbortSignal): Promise<FieldRoles>;
  close(): Promise<void>;
};

export type AccountOptions = {
  mode: Account["mode"];
  accountSid: string;
  /** What the deployer named. */
  fields: FieldOverrides;
  /** The way to its Insights API as it is. */
  upstream: Upstream;
  conversationApis: ConversationApis;
  knowledge: Knowledge;
  clock: Clock;
  log: Log;
};

export function openAccount(options: AccountOptions): OpenAccount {
  const { mode, accountSid, fields, conversationApis, knowledge, clock, log } = options;
  const describe = (): Account => ({
    mode,
    account: `…${accountSid.slice(-4)}`,
    fields,
    chosen: knowledge.chosen(),
    refused: knowledge.refusedFields(),
    grains: knowledge.grains(),
    known: knowledge.version,
    version: packageJson.version,
  });
  const named = () => namedFields(describe());
  const upstream = createDialect({ upstream: options.upstream, knowledge, named, clock, log });

  async function listed(signal: AbortSignal): Promise<Metadata> {
    const { value }: { value: Metadata } = await upstream.metadata(signal);
    return withoutRefused(value, describe().refused);
  }

  return {
    id: accountSid,
    upstream,
    conversation: conversationReader(conversationApis),
    conversationsOf: conversationFinder(conversationApis),
    knowledge,
    describe,
    listed,
    fields: async (signal) => accountFields((await upstream.metadata(signal)).value, describe()),
    async close() {
      await knowledge.saved();
      await upstream.close();
      await conversationApis.close();
    },
  };
}
