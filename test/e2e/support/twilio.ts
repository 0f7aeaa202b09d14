import type { Metadata } from "../../../contract/metadata.ts";
import { byResource, type Replies, resources } from "../../support/servers/conversation-replies.ts";
import {
  type FakeUpstream,
  type Received,
  type Reply,
  startFakeUpstream,
} from "../../support/servers/fake-upstream.ts";
import { credentials } from "../../support/servers/proxy.ts";
import { json, page } from "../../support/servers/replies.ts";
import { type Product, startProduct } from "./product.ts";

/** How many conversations the scripted account has: three pages of a hundred. */
export const conversations = 250;

/** What the account is like, where it is not as usual. */
export type Script = {
  conversations?: number;
  /** Rows of a page, whatever is asked for. */
  pageRows?: number;
  /** False for an account without measures, which cannot count. */
  counts?: boolean;
  /** The row at a place of the list. */
  row?: (number: number) => Record<string, unknown>;
  /** What is known of single conversations; nothing where it is left out. */
  conversation?: Replies;
};

const metadata = (counts: boolean): Metadata => ({
  domain: "Conversations",
  cubes: [
    {
      name: "Conversation",
      measures: counts ? [{ name: "Conversation.Count", type: "number" }] : [],
      dimensions: [
        { name: "Conversation.Id", type: "string" },
        ...["", ".hour", ".day"].map((grain) => ({ name: `Conversation.CreatedAt${grain}`, type: "time" })),
        ...["Channels", "Languages", "Sentiment", "Status"].map((name) => ({
          name: `Conversation.${name}`,
          type: "string",
        })),
      ],
    },
  ],
});

const createdAt = new Date(Date.now() - 3_600_000).toISOString();

/** A row as this account usually gives it. */
export function usualRow(number: number): Record<string, unknown> {
  return {
    "Conversation.Id": `conversation-${number}`,
    "Conversation.CreatedAt": createdAt,
    "Conversation.CreatedAt.day": `${createdAt.slice(0, 10)}T00:00:00Z`,
    "Conversation.Channels": ["voice"],
    "Conversation.Languages": ["en"],
    "Conversation.Sentiment": "Positive",
    "Conversation.Status": "closed",
  };
}

/** What is asked for: the account's fields, the table's first page or a further one, counts, or one conversation. */
type Asked = "metadata" | "first page" | "next page" | "counts" | "conversation";

function askedBy({ path, body }: Received): Asked {
  if (Object.values(resources).some((pattern) => pattern.test(path))) return "conversation";
  if (path.includes("/Metadata")) return "metadata";
  if (path.includes("pageToken=")) return "next page";
  return body.includes('"measures"') ? "counts" : "first page";
}

/** A Twilio account whose answers a test can spoil one by one, and the product in front of it. */
export class ScriptedTwilio {
  private readonly spoiled = new Map<Asked, Reply>();

  private constructor(
    private readonly upstream: FakeUpstream,
    private readonly product: Product,
    private readonly script: Script,
  ) {
    upstream.reply((response, received) => this.answer(received)(response, received));
  }

  static async start(script: Script = {}): Promise<ScriptedTwilio> {
    const upstream = await startFakeUpstream();
    const { accountSid, username, password } = credentials;
    const product = await startProduct({
      TWILIO_INSIGHTS_URL: upstream.url,
      TWILIO_CONVERSATIONS_URL: upstream.url,
      TWILIO_INTELLIGENCE_URL: upstream.url,
      TWILIO_ACCOUNT_SID: accountSid,
      TWILIO_API_KEY: username,
      TWILIO_API_SECRET: password,
    });
    return new ScriptedTwilio(upstream, product, script);
  }

  get url(): string {
    return this.product.url;
  }

  /** Answers the next call of a kind in another way than well. */
  spoil(asked: Asked, reply: Reply): void {
    this.spoiled.set(asked, reply);
  }

  async stop(): Promise<void> {
    await this.product.stop();
    await this.upstream.close();
  }

  private answer(received: Received): Reply {
    const asked = askedBy(received);
    const spoiled = this.spoiled.get(asked);
    if (spoiled) {
      this.spoiled.delete(asked);
      return spoiled;
    }
    const { counts = true, conversations: all = conversations, row = usualRow } = this.script;
    if (asked === "conversation") return byResource(this.script.conversation ?? {});
    if (asked === "metadata") return json(metadata(counts));
    if (asked === "counts") return page([{ ...row(0), "Conversation.Count": all }], null);
    const token = new URL(received.path, "http://upstream").searchParams.get("pageToken");
    return this.rowsFrom(token ? Number(token.replace("from-", "")) : 0);
  }

  private rowsFrom(start: number): Reply {
    const { conversations: all = conversations, pageRows = 100, row = usualRow } = this.script;
    const end = Math.min(start + pageRows, all);
    const rows = Array.from({ length: end - start }, (_, place) => row(start + place));
    return page(rows, end < all ? `from-${end}` : null);
  }
}
