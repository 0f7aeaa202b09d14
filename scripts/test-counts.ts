/** What one test runner did. A runner that fails without a failed test (a crash, a broken file) counts as one failure. */
export type Counts = { passed: number; failed: number; skipped: number };

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
};

type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
};

/** A test file that could not be loaded has no tests in the report, only its own failure. */
export function vitestCounts(report: VitestReport): Counts {
  const broken = report.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** A test that passed only when tried again has failed. */
export function playwrightCounts({ stats, errors }: PlaywrightReport): Counts {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped };
}

/** Takes the runner's exit code into account, and a runner that ran nothing. */
export function settle(counts: Counts | undefined, exitCode: number): Counts {
  if (!counts) return { passed: 0, failed: 1, skipped: 0 };
  const ranNothing = counts.passed + counts.failed === 0;
  const silentFailure = exitCode !== 0 && counts.failed === 0;
  return ranNothing || silentFailure ? { ...counts, failed: counts.failed + 1 } : counts;
}

export function summary(all: readonly Counts[]): string {
  const total = (key: keyof Counts): number => all.reduce((sum, counts) => sum + counts[key], 0);
  const skipped = total("skipped");
  return `${total("passed")} passed, ${total("failed")} failed${skipped ? `, ${skipped} skipped` : ""}`;
}
