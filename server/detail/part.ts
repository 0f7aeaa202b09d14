import type { Part } from "../../contract/detail.ts";
import { earshotProblem, ProblemError } from "../messages/problem.ts";
import { sentence } from "../messages/sentence.ts";
import type { Log } from "../twilio/guarded.ts";

/**
 * A part of an answer that fails alone. Only a caller that went away fails the whole: nobody is left to be told.
 *
 * @throws the signal's reason when it is aborted.
 */
export async function asPart<Data>(reading: Promise<Data>, signal: AbortSignal, log: Log): Promise<Part<Data>> {
  try {
    return { status: "ok", data: await reading };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof ProblemError) return { status: "failed", problem: error.problem };
    log(`internal error in a part of a conversation: ${error instanceof Error ? error.name : "?"}`);
    const { problem } = earshotProblem("internal", sentence("internal"));
    return { status: "failed", problem };
  }
}
