import type { ExportFailure } from "../../contract/manifest.ts";
import type { Sentence } from "../../contract/messages/sentence.ts";
import { earshotCodes } from "../../contract/problem.ts";
import { earshotProblem, ProblemError, problemSentence } from "../messages/problem.ts";
import { sentence } from "../messages/sentence.ts";
import { isTimeout } from "../twilio/refusals.ts";
import { ExportFault } from "./snapshot/context.ts";

/** Sentences of faults that last until somebody changes an address. */
const lastingKeys: ReadonlySet<string | undefined> = new Set([
  "twilioNoAddress",
  "twilioNoProof",
  "twilioRedirect",
  "twilioType",
  "twilioNotJson",
]);

/** What a person can do about a fault; to resume as it is, only where that can help. */
function adviceFor(error: ProblemError): Sentence {
  const { httpStatusCode: status, code, key } = error.problem;
  if (status === 401) return sentence("adviceCredentials");
  if (status === 403) return sentence("adviceForbidden");
  if (lastingKeys.has(key)) return sentence("adviceAddress");
  if (code === earshotCodes.upstreamShape || status === 404 || status === 405 || status === 415 || status === 501) {
    return sentence("adviceAccount");
  }
  if (code === earshotCodes.upstreamEndless) return sentence("adviceEndless");
  if (code === earshotCodes.upstreamTooLarge || isTimeout(error)) return sentence("adviceSmaller");
  return status >= 400 && status < 500 ? sentence("adviceQuery") : sentence("adviceLater");
}

/** The exports have used up what they may take of the disk. */
export class DiskFullFault extends ExportFault {}

const diskReasons: Record<string, { why: Sentence; advice: Sentence }> = {
  ENOSPC: {
    why: sentence("failureDiskFull"),
    advice: sentence("adviceDiskFull"),
  },
  EDQUOT: {
    why: sentence("failureDiskQuota"),
    advice: sentence("adviceDiskQuota"),
  },
  EACCES: {
    why: sentence("failureNoRight"),
    advice: sentence("adviceNoRight"),
  },
  ENOENT: {
    why: sentence("failureFilesGone"),
    advice: sentence("adviceFilesGone"),
  },
  EROFS: {
    why: sentence("failureReadOnly"),
    advice: sentence("adviceReadOnly"),
  },
};

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

/** What a person is told about a run that could not go on. Undefined for what nobody foresaw. */
function known(error: unknown): ExportFailure | undefined {
  if (error instanceof ExportFault) return { why: error.why, advice: error.advice };
  if (error instanceof ProblemError) {
    const { problem } = error;
    return { why: problemSentence(problem), advice: adviceFor(error), problem };
  }
  return diskReasons[codeOf(error)];
}

export function failureOf(error: unknown): ExportFailure {
  return (
    known(error) ?? {
      why: sentence("internal"),
      advice: sentence("adviceLog"),
    }
  );
}

function isMissing(error: unknown): boolean {
  return codeOf(error) === "ENOENT";
}

/** Whether there is no room for more, on the disk or in the quota. */
export function isNoRoom(error: unknown): boolean {
  const code = codeOf(error);
  return error instanceof DiskFullFault || code === "ENOSPC" || code === "EDQUOT";
}

/** What whoever asks for a file, for a new export or for the end of one is told about the disk; other errors as they are. */
export function storageProblem(error: unknown): unknown {
  if (isMissing(error)) return earshotProblem("notFound", sentence("failureFilesGone"));
  if (isNoRoom(error)) {
    const why = known(error)?.why ?? sentence("failureNoRoom");
    return earshotProblem("storageFull", sentence("adviceMakeRoom", { why }));
  }
  const reason = diskReasons[codeOf(error)];
  return reason ? earshotProblem("internal", sentence("adviceOperator", { why: reason.why })) : error;
}

/** Whether nobody foresaw this error, so that the log should have it. */
export function isUnforeseen(error: unknown): boolean {
  return known(error) === undefined;
}
