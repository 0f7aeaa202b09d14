import type { ExportFailure } from "../../contract/manifest.ts";
import { earshotProblem, ProblemError } from "../problem.ts";
import { ExportFault } from "./snapshot/context.ts";

const resumeLater = "Resume goes on from the last row when Twilio answers again.";

function adviceFor(status: number): string {
  if (status === 401) return "Check the account's credentials in the configuration, restart Earshot, and resume.";
  if (status === 403) return "The account may not read Insights. When it may, resume.";
  if (status >= 400 && status < 500) return "Change the view and start a new export; this query will be refused again.";
  return resumeLater;
}

/** The exports have used up what they may take of the disk. */
export class NoRoom extends ExportFault {}

const diskReasons: Record<string, { why: string; advice: string }> = {
  ENOSPC: {
    why: "The disk that holds the exports is full.",
    advice: "Remove exports or free space, then resume; no row is lost.",
  },
  EDQUOT: {
    why: "The disk quota of the user that runs Earshot is used up.",
    advice: "Remove exports or raise the quota, then resume; no row is lost.",
  },
  EACCES: {
    why: "Earshot may not write into its data folder.",
    advice: "Give the user that runs Earshot the right to write into DATA_DIR, then resume.",
  },
  EROFS: {
    why: "The disk that holds the exports can only be read.",
    advice: "Make it writable or set DATA_DIR to another folder, then resume.",
  },
};

/** What a person is told about a run that could not go on. Undefined for what nobody foresaw. */
function known(error: unknown): ExportFailure | undefined {
  if (error instanceof ExportFault) return { why: error.message, advice: error.advice };
  if (error instanceof ProblemError) {
    const { problem } = error;
    return { why: problem.message, advice: adviceFor(problem.httpStatusCode), problem };
  }
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return diskReasons[code];
}

export function failureOf(error: unknown): ExportFailure {
  return (
    known(error) ?? {
      why: "Something went wrong inside Earshot.",
      advice: "Resume goes on from the last row; the server's log says more.",
    }
  );
}

/** Whether there is no room for more, on the disk or in the quota. */
export function isNoRoom(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : "";
  return error instanceof NoRoom || code === "ENOSPC" || code === "EDQUOT";
}

/** What whoever asks for a file, or for a new export, is told when the disk does not take it; any other error as it is. */
export function storageProblem(error: unknown): unknown {
  if (!isNoRoom(error)) return error;
  const why = known(error)?.why ?? "There is no room for the exports.";
  return earshotProblem("storageFull", `${why} Remove exports or free space, then try again; no row is lost.`);
}

/** Whether nobody foresaw this error, so that the log should have it. */
export function isUnforeseen(error: unknown): boolean {
  return known(error) === undefined;
}
