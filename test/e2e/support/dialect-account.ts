import type { Page } from "@playwright/test";
import { metadataSchema } from "../../../contract/metadata.ts";
import { type Account, createAccount } from "../../../server/stand-in/account.ts";
import type { StandIn } from "../../../server/stand-in/options.ts";
import { serve } from "../../../server/stand-in/start.ts";
import { readTruth, type TrueConversation } from "../../server/dialect/truth.ts";
import { dayOf } from "./dialect-truth.ts";
import { type Product, startProduct } from "./product.ts";

const metadataPath = "/v3/InsightsDomains/Conversations/Metadata";

function signed({ apiKey, apiSecret }: StandIn): Record<string, string> {
  return { authorization: `Basic ${Buffer.from(`${apiKey}:${apiSecret}`).toString("base64")}` };
}

/** An account that has other ids for the same conversations. */
const ownIds = "ids-big-numbers";

function fieldsOf(metadata: unknown): string[] {
  const { cubes } = metadataSchema.parse(metadata);
  return cubes.flatMap(({ dimensions, measures }) => [...dimensions, ...measures].map(({ name }) => name));
}

/** One account's conversations, of which products can be told in any dialect, and what is true of them. */
export class DialectAccount {
  private constructor(
    private readonly data: Account,
    private readonly now: Date,
    private readonly truth: readonly TrueConversation[],
    private readonly truthOfOwnIds: readonly TrueConversation[],
    /** The account's fields by the names that say what they are, in the order of its metadata. */
    private readonly names: readonly string[],
  ) {}

  /** The fields of the roles by the names that say what they are. */
  readonly roles = [
    ["Conversation ID", "Id"],
    ["Created time", "DateCreated"],
    ["Channel", "Channels"],
    ["Language", "Languages"],
    ["Sentiment", "OperatorResult.Value"],
    ["Status", "Status"],
    ["Conversation count", "Conversation.Count"],
  ] as const;

  static async create(conversations: number): Promise<DialectAccount> {
    const now = new Date();
    const data = await createAccount({ conversations, seed: 11, now });
    const plain = await serve(data, { conversations: 0, now });
    const truth = await readTruth(plain);
    const names = fieldsOf(await (await fetch(`${plain.url}${metadataPath}`, { headers: signed(plain) })).json());
    await plain.close();
    const withOwnIds = await serve(data, { conversations: 0, now, dialect: [ownIds] });
    const truthOfOwnIds = await readTruth(withOwnIds);
    await withOwnIds.close();
    return new DialectAccount(data, now, truth, truthOfOwnIds, names);
  }

  /** What the account that a page shows calls a field: it lists the same fields in the same order. */
  async namesHere(page: Page): Promise<(name: string) => string> {
    const here = fieldsOf(await (await page.request.get("/api/metadata")).json());
    return (name) => here[this.names.indexOf(name)] ?? "";
  }

  /** A product of its own, that knows nothing yet, before the account as it speaks with these words. */
  async startProduct(words: readonly string[]): Promise<Product> {
    const { data, now } = this;
    const standIn = await serve(data, {
      conversations: 0,
      now,
      jobTimes: { pendingMs: 0, runningMs: 0 },
      dialect: words,
    });
    const product = await startProduct({
      TWILIO_INSIGHTS_URL: standIn.url,
      TWILIO_CONVERSATIONS_URL: standIn.url,
      TWILIO_INTELLIGENCE_URL: standIn.url,
      TWILIO_ACCOUNT_SID: standIn.accountSid,
      TWILIO_API_KEY: standIn.apiKey,
      TWILIO_API_SECRET: standIn.apiSecret,
      // What never answers must be given up within a test; what is slow because the machine is must not.
      ...(words.some((word) => word.startsWith("slow-silent")) ? { UPSTREAM_TIMEOUT_SECONDS: "3" } : {}),
    });
    const stop = async (): Promise<void> => {
      await product.stop();
      await standIn.close();
    };
    return { ...product, stop };
  }

  /**
   * The conversations of the days from one to another, both as `YYYY-MM-DD` and included, in a zone, as the account has
   * them in these words.
   */
  between(from: string, to: string, zone: string, words: readonly string[] = []): TrueConversation[] {
    const truth = words.includes(ownIds) ? this.truthOfOwnIds : this.truth;
    return truth.filter(({ created }) => {
      const day = dayOf(created, zone);
      return day >= from && day <= to;
    });
  }

  close(): void {
    this.data.close();
  }
}
