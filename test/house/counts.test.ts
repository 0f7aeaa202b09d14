import { expect, test } from "vitest";
import { failureLines, playwrightFailures, vitestFailures } from "../../scripts/failed-tests.ts";
import { playwrightTimes, slowest, vitestTimes } from "../../scripts/slowest.ts";
import { playwrightCounts, settle, summary, vitestCounts } from "../../scripts/test-counts.ts";

const vitestReport = { numPassedTests: 3, numFailedTests: 1, numPendingTests: 1, numTodoTests: 1, testResults: [] };
const playwrightReport = { stats: { expected: 4, unexpected: 0, flaky: 0, skipped: 0 }, errors: [] };

test("the last line is the sum of both runners", () => {
  expect(summary([vitestCounts(vitestReport), playwrightCounts(playwrightReport)])).toBe(
    "7 passed, 1 failed, 2 skipped",
  );
  expect(summary([playwrightCounts(playwrightReport)])).toBe("4 passed, 0 failed");
});

test("a file that does not load is a failure", () => {
  const testResults = [{ status: "failed", assertionResults: [] }];
  expect(vitestCounts({ ...vitestReport, numFailedTests: 0, testResults }).failed).toBe(1);
  expect(playwrightCounts({ ...playwrightReport, errors: ["no such module"] }).failed).toBe(1);
});

test("a test that passes only the second time is a failure", () => {
  expect(
    playwrightCounts({ ...playwrightReport, stats: { expected: 1, unexpected: 0, flaky: 1, skipped: 0 } }).failed,
  ).toBe(1);
});

test("a runner that crashes, writes no report or runs nothing is a failure", () => {
  const passed = { passed: 2, failed: 0, skipped: 0 };
  expect(settle(passed, 0).failed).toBe(0);
  expect(settle(passed, 1).failed).toBe(1);
  expect(settle({ ...passed, failed: 2 }, 1).failed).toBe(2);
  expect(settle(undefined, 0).failed).toBe(1);
  expect(settle({ passed: 0, failed: 0, skipped: 5 }, 0).failed).toBe(1);
});

test("the slowest files of both runners are told together, the slowest first", () => {
  const unit = vitestTimes(
    { testResults: [{ name: "/here/test/a.test.ts", startTime: 1000, endTime: 3500 }] },
    "/here",
  );
  const spec = (duration: number) => ({ tests: [{ results: [{ duration }] }] });
  const inner = { file: "b.spec.ts", specs: [spec(9000)] };
  const endToEnd = playwrightTimes({ suites: [{ file: "b.spec.ts", specs: [spec(1000)], suites: [inner] }] });
  expect(slowest([...unit, ...endToEnd])).toEqual(["   10.0 s  test/e2e/b.spec.ts", "    2.5 s  test/a.test.ts"]);
  expect(slowest([...unit, ...endToEnd], 1)).toHaveLength(1);
});

test("what failed in either runner is told by name, with the first lines of why", () => {
  const unit = vitestFailures(
    {
      testResults: [
        {
          name: "/here/test/a.test.ts",
          status: "failed",
          assertionResults: [
            { fullName: "adds up", status: "failed", failureMessages: ["\u001b[31mexpected 1\u001b[39m\nat a\nat b"] },
            { fullName: "holds", status: "passed", failureMessages: [] },
          ],
        },
        { name: "/here/test/b.test.ts", status: "failed", message: "no such module", assertionResults: [] },
      ],
    },
    "/here",
  );
  const spec = (title: string, ok: boolean) => ({
    title,
    ok,
    tests: [{ results: [{ errors: [{ message: "late" }] }] }],
  });
  const inner = { file: "c.spec.ts", specs: [spec("opens", false), spec("fails on purpose", true)] };
  const endToEnd = playwrightFailures({
    suites: [{ file: "c.spec.ts", suites: [inner] }],
    errors: [{ message: "gone" }],
  });
  expect(failureLines([...unit, ...endToEnd], 3, 2)).toEqual([
    "  test/a.test.ts › adds up",
    "      expected 1",
    "      at a",
    "  test/b.test.ts › the file does not load",
    "      no such module",
    "  test/e2e/c.spec.ts › opens",
    "      late",
    "  and 1 more",
  ]);
});
