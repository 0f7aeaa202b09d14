import type { Page } from "@playwright/test";

/** A status with which the proxy answers what a dialect makes fail, and of what. */
type Failing = readonly [dialect: RegExp, statuses: string, path: string];

/**
 * What the browser itself logs beside the screen's own sentence: each answer with a status that is no success. A dialect
 * that is not here makes nothing fail that the browser asks for.
 */
const failing: readonly Failing[] = [
  [/^slow-/, "504", "query"],
  [/^unavailable-once$/, "503", "(?:query|metadata)"],
  [/^limit-/, "429", "query"],
  [/./, "4\\d\\d", "query"],
];

/** The words that the browser's console may have before an account that speaks so. */
export function expectedInConsole(words: readonly string[]): RegExp[] {
  return failing
    .filter(([dialect]) => words.some((word) => dialect.test(word)))
    .map(
      ([, statuses, path]) =>
        new RegExp(
          `^error: Failed to load resource: the server responded with a status of ${statuses} \\([^)]*\\) \\(http://127\\.0\\.0\\.1:\\d+/api/${path}(\\?[^)]*)?\\)$`,
        ),
    );
}

/** Every answer that was no success, as `400 /api/query`. */
export function watchFailures(page: Page): string[] {
  const failures: string[] = [];
  page.on("response", (response) => {
    if (response.status() >= 400) failures.push(`${response.status()} ${new URL(response.url()).pathname}`);
  });
  return failures;
}
