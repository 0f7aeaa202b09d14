import type { Page, Response } from "@playwright/test";
import { earshotCodes, problemSchema } from "../../../contract/problem.ts";
import type { ConsoleWatch } from "./console-watch.ts";

/** What dialects make fail for a moment, with which status. */
const passing: readonly (readonly [dialect: RegExp, status: number])[] = [
  [/^slow-/, 504],
  [/^accepted-once/, 504],
  [/^unavailable-once/, 503],
  [/^limit-/, 429],
  // Clocks that show on a later page have the list read again, as if its pages had expired.
  [/^times-own-false-z/, 410],
  [/^range-own-zone/, 410],
];

/** What the server says no to, because the account cannot give it. */
const refusals: ReadonlySet<number> = new Set([
  earshotCodes.refusedField,
  earshotCodes.tooManyFields,
  earshotCodes.notCountable,
]);

/** Whether an answer says that the account refuses a part of what was asked: the screen says it, too. */
async function isRefusal(response: Response): Promise<boolean> {
  const { data } = problemSchema.safeParse(await response.json().catch(() => undefined));
  if (data?.source !== "twilio") return data !== undefined && refusals.has(data.code);
  return [400, 404, 422].includes(response.status());
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/**
 * Lets the browser itself log the answers that a dialect makes fail, and nothing else: what the account refuses, and the
 * statuses of what passes.
 *
 * @returns every answer that was no success, as `400 /api/query`; it grows while the page is asked for.
 */
export function allowProvoked(page: Page, consoleWatch: ConsoleWatch, words: readonly string[]): readonly string[] {
  const failures: string[] = [];
  const expected = passing.filter(([dialect]) => words.some((word) => dialect.test(word))).map(([, status]) => status);
  page.on("response", async (response) => {
    const [status, url] = [response.status(), response.url()];
    if (status < 400) return;
    failures.push(`${status} ${new URL(url).pathname}`);
    if (!expected.includes(status) && !(await isRefusal(response))) return;
    consoleWatch.allow(new RegExp(`^error: Failed to load resource: .* status of ${status} .*\\(${escaped(url)}\\)$`));
  });
  return failures;
}
