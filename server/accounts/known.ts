import { accountFields } from "../../contract/account-fields.ts";
import type { Findings } from "../../contract/findings.ts";
import { ProblemError } from "../messages/problem.ts";
import type { OpenAccount } from "./account.ts";
import { findingSentence } from "./finding-words.ts";
import { accountReport, type Reported } from "./report.ts";

/** How a call failed, without what was said: that could quote a value. */
export function failureWords(error: unknown): string {
  if (!(error instanceof ProblemError)) return "failed";
  const { source, httpStatusCode, code } = error.problem;
  return source === "twilio"
    ? `refused (status ${httpStatusCode}, code ${code})`
    : `failed (${httpStatusCode}, code ${code})`;
}

/** All that is known of an account now. An account that does not say what it can be asked for has a report too. */
export async function reported(account: OpenAccount, signal: AbortSignal): Promise<Reported> {
  const listed = await account.listed(signal).then(
    (metadata) => ({ metadata, fields: accountFields(metadata, account.describe()) }),
    (error: unknown) => {
      signal.throwIfAborted();
      return { failure: `The metadata: ${failureWords(error)}.` };
    },
  );
  return { account: account.describe(), findings: account.knowledge.findings(), listed };
}

/** What `GET /api/findings` answers. */
export async function findingsOf(account: OpenAccount, signal: AbortSignal): Promise<Findings> {
  const all = await reported(account, signal);
  return {
    items: all.findings.map((finding) => ({ ...finding, says: findingSentence(finding) })),
    report: accountReport(all),
  };
}
