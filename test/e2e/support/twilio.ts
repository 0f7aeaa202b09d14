import type { Metadata } from "../../../contract/metadata.ts";
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

const cube: Metadata = {
  domain: "Conversations",
  cubes: [
    {
      name: "Conversation",
      measures: [{ name: "Conversation.Count", type: "number" }],
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
};

const createdAt = new Date(Date.now() - 3_600_000).toISOString();

function row(number: number): Record<string, unknown> {
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

function rowsFrom(start: number): Reply {
  const end = Math.min(start + 100, conversations);
  const rows = Array.from({ length: end - start }, (_, place) => row(start + place));
  return page(rows, end < conversations ? `from-${end}` : null);
}

/** What is asked for: the account's fields, the table's first page or a further one, or counts. */
type Asked = "metadata" | "first page" | "next page" | "counts";

function askedBy({ path, body }: Received): Asked {
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
  ) {
    upstream.reply((response, received) => this.answer(received)(response, received));
  }

  static async start(): Promise<ScriptedTwilio> {
    const upstream = await startFakeUpstream();
    const { accountSid, username, password } = credentials;
    const product = await startProduct({
      TWILIO_INSIGHTS_URL: upstream.url,
      TWILIO_ACCOUNT_SID: accountSid,
      TWILIO_API_KEY: username,
      TWILIO_API_SECRET: password,
    });
    return new ScriptedTwilio(upstream, product);
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
    if (asked === "metadata") return json(cube);
    if (asked === "counts") return page([{ ...row(0), "Conversation.Count": conversations }], null);
    const token = new URL(received.path, "http://upstream").searchParams.get("pageToken");
    return rowsFrom(token ? Number(token.replace("from-", "")) : 0);
  }
}
