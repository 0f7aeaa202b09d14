import { onTestFinished } from "vitest";
import type { Row } from "../../../../contract/page.ts";
import type { InsightsQueryRequest } from "../../../../contract/query.ts";
import { type Account, createAccount } from "../../../../server/stand-in/account.ts";
import type { StandInOptions } from "../../../../server/stand-in/options.ts";
import { serve } from "../../../../server/stand-in/start.ts";
import { type Asked, askOf, now } from "../support.ts";

export const jobsPath = "/v3/InsightsDomains/Conversations/QueryJobs";

/** Data of which many accounts can speak. */
export function someData(options: Partial<StandInOptions> = {}): Promise<Account> {
  return createAccount({ conversations: 400, now, ...options });
}

/** An account that speaks of the data in dialects until the test's end; in none, it tells the truth. */
export async function speaking(
  data: Account,
  words: readonly string[],
  options: Partial<StandInOptions> = {},
): Promise<Asked> {
  const jobTimes = { pendingMs: 0, runningMs: 0 };
  const standIn = await serve(data, { conversations: data.count(), now, jobTimes, dialect: words, ...options });
  onTestFinished(() => standIn.close());
  return askOf(standIn);
}

/** The rows of a query in a dialect, and the true ones. */
export async function bothRows(
  data: Account,
  words: readonly string[],
  { query, properties }: InsightsQueryRequest,
): Promise<{ told: Row[]; truth: Row[] }> {
  const [told, truth] = await Promise.all([speaking(data, words), speaking(data, [])]);
  const zone = properties?.timezone;
  return { told: await told.rows(query, zone), truth: await truth.rows(query, zone) };
}
