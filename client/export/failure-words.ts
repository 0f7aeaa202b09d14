import { earshotCodes, messageSentence } from "../../contract/problem.ts";
import { failureText, InsightsError } from "../api/errors.ts";
import { say, t } from "../words/words.ts";

/** Whether the failure says that the export is not there any more. */
export function isGone(error: unknown): boolean {
  return error instanceof InsightsError && error.problem?.code === earshotCodes.notFound;
}

/** What a person is told of a refusal by the export's server: what happened, and what to do. */
export function exportFailure(error: unknown): { title: string; advice: string } {
  const problem = error instanceof InsightsError ? error.problem : undefined;
  if (isGone(error)) return { title: t("exporting.errors.goneTitle"), advice: t("exporting.errors.goneAdvice") };
  if (problem?.code === earshotCodes.storageFull) {
    return { title: "", advice: t("exporting.errors.full", { message: say(messageSentence(problem)) }) };
  }
  if (problem?.code === earshotCodes.conflict) {
    return { title: say(messageSentence(problem)), advice: t("exporting.errors.conflictAdvice") };
  }
  const { title, advice } = failureText(error);
  return { title: /[.!?]$/.test(title) ? title : `${title}.`, advice };
}

/** The same as one text. */
export function exportFailureText(error: unknown): string {
  const { title, advice } = exportFailure(error);
  return `${title} ${advice}`.trim();
}
