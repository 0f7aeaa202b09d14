import { createHash } from "node:crypto";
import type { Finding, FindingKind } from "../../contract/findings.ts";
import type { Problem } from "../../contract/problem.ts";
import type { Knowledge } from "../accounts/knowledge.ts";
import { type Clock, sleep } from "../clock.ts";
import { ProblemError } from "../messages/problem.ts";
import type { Log } from "../twilio/guarded.ts";
import { refusalOf } from "../twilio/refusals.ts";
import { type Diagnosis, diagnose } from "./diagnose.ts";
import { isBound, type SentQuery } from "./ladder.ts";
import type { Learned } from "./learned.ts";
import { readInstant, spellings } from "./spellings.ts";
import { leavesOf, spellingOf } from "./split-filters.ts";

/** Makes one call and throws away its rows. */
export type Attempt = (sent: SentQuery, signal: AbortSignal) => Promise<unknown>;

/** Finds out why requests are refused, once at a time for the account. */
export type Negotiator = {
  /**
   * Finds out what of a refused request the account does not take, and remembers it. Whoever comes while something is
   * being found out waits for that instead.
   *
   * @throws ProblemError 429 where the account's limit holds the search; it goes on by itself when the limit is over.
   */
  explain(sent: SentQuery, problem: Problem, signal: AbortSignal): Promise<Explained>;
  /** Whether a refusal of this request was looked into a moment ago, in vain. */
  gaveUp(sent: SentQuery): boolean;
};

/**
 * What came of a search. `found`: something became known, so that it is worth writing the request anew. `waited`: it was
 * the search of another request, and this one has not been looked into. `nothing`: it is refused, and no part tells why.
 */
export type Explained = "found" | "waited" | "nothing";

const longestSearchMs = 5 * 60_000;
const longestWaitMs = 60_000;
/** A refusal that no part explains is not looked into again for so long. */
const unexplainedMs = 60_000;
const mostUnexplained = 200;

/** What is found out after a guess, and shows that the guess was wrong. */
const wrongGuesses: Partial<Record<FindingKind, readonly FindingKind[]>> = {
  "no-filter": ["no-in"],
  "no-value": ["no-in"],
  "no-field": ["dimensions", "measures"],
};

/** What was found, with what is known of the same field already: several values, or several fields that it is not beside. */
function together(found: Learned, known: Finding | undefined): Learned {
  if (!known) return found;
  if (found.kind === "no-value") return { ...found, value: `${known.value} ${found.value}` };
  if (found.kind !== "no-beside" || known.value === found.value) return found;
  const { value: _, ...any } = found;
  return any;
}

/** Other page sizes of a request that no part explains are not looked into either. */
function nameOf({ request }: SentQuery): string {
  return createHash("sha256").update(JSON.stringify(request)).digest("base64url");
}

export function createNegotiator(
  {
    knowledge,
    clock,
    log,
    timeField = () => undefined,
  }: { knowledge: Knowledge; clock: Clock; log: Log; timeField?: () => string | undefined },
  tryOnce: Attempt,
): Negotiator {
  let running: Promise<boolean> | undefined;
  const waiting = new Set<(problem: ProblemError) => void>();
  const unexplained = new Map<string, number>();

  /** Whether a request is taken. A limit is waited out, and told to those who wait for the search. */
  async function takes(sent: SentQuery, signal: AbortSignal): Promise<boolean> {
    for (;;) {
      try {
        await tryOnce(sent, signal);
        return true;
      } catch (error) {
        if (refusalOf(error)) return false;
        if (!(error instanceof ProblemError) || error.problem.httpStatusCode !== 429) throw error;
        for (const tell of waiting) tell(error);
        await sleep(clock, Math.min(longestWaitMs, (error.problem.retryAfter ?? 5) * 1000), signal);
      }
    }
  }

  /** Forgets what is part of something larger that was found out of a request, and guesses that did not help. */
  function forgetWrong(found: readonly Learned[], sent: SentQuery): void {
    // What is refused altogether is refused by each field, too.
    if (knowledge.find("no-order")) {
      for (const { kind, field } of knowledge.findings()) if (kind === "no-order-by") knowledge.forget(kind, field);
    }
    // A guess that did not help was wrong: it was the field.
    for (const { kind, field } of found) {
      // No form of a time helps where none may be compared.
      const isTime =
        kind === "no-filter" && leavesOf(sent.request).some((leaf) => leaf.field === field && isBound(leaf));
      for (const guess of [...(wrongGuesses[kind] ?? []), ...(isTime ? ["time-spelling" as const] : [])]) {
        if (knowledge.find(guess)?.how === "guessed") knowledge.forget(guess);
      }
    }
  }

  function remember(diagnosis: Diagnosis, problem: Problem, sent: SentQuery): boolean {
    if (diagnosis.kind !== "learned") {
      unexplained.set(nameOf(sent), clock.now() + unexplainedMs);
      const [oldest] = unexplained.keys();
      if (unexplained.size > mostUnexplained && oldest !== undefined) unexplained.delete(oldest);
      return false;
    }
    for (const { how = "refused", ...found } of diagnosis.findings) {
      const finding = together(found, knowledge.find(found.kind, found.field));
      knowledge.learn({ ...finding, how, status: problem.httpStatusCode, code: problem.code });
      log(`the account refuses something (status ${problem.httpStatusCode}): ${finding.kind}`);
    }
    forgetWrong(diagnosis.findings, sent);
    return true;
  }

  async function search(sent: SentQuery, problem: Problem): Promise<boolean> {
    const spelling = spellingOf(knowledge);
    const signal = AbortSignal.timeout(longestSearchMs);
    const readBound = (value: string) => readInstant(value) ?? spellings[spelling].read(value);
    const needed = knowledge.findings().find(({ kind }) => kind === "needs-range");
    const range = { field: needed?.field ?? timeField(), isNeeded: needed !== undefined };
    const diagnosis = await diagnose({ sent, problem, spelling, readBound, range }, (one) => takes(one, signal));
    return remember(diagnosis, problem, sent);
  }

  const gaveUp = (name: string) => (unexplained.get(name) ?? 0) > clock.now();

  return {
    gaveUp: (sent) => gaveUp(nameOf(sent)),
    async explain(sent, problem, signal) {
      const name = nameOf(sent);
      const isOther = running !== undefined;
      if (running === undefined) {
        if (gaveUp(name)) return "nothing";
        running = search(sent, problem).finally(() => {
          running = undefined;
        });
        // Those who wait are told; without any, a search that ends by an outage is no one's failure.
        running.catch(() => undefined);
      }
      const own = running;
      const isFound = await new Promise<boolean>((resolve, reject) => {
        const tell = (held: ProblemError) => reject(held);
        const leave = () => reject(signal.reason);
        waiting.add(tell);
        signal.addEventListener("abort", leave, { once: true });
        own.then(resolve, reject).finally(() => {
          waiting.delete(tell);
          signal.removeEventListener("abort", leave);
        });
      });
      if (isOther) return gaveUp(name) ? "nothing" : "waited";
      return isFound ? "found" : "nothing";
    },
  };
}
