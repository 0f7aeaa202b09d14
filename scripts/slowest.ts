import { relative } from "node:path";

/** How long the tests of one file took, in milliseconds; of files that run beside each other, all of it counts. */
export type FileTime = { file: string; ms: number };

type VitestReport = { testResults: { name: string; startTime: number; endTime: number }[] };

type PlaywrightSuite = {
  file: string;
  specs?: { tests: { results: { duration: number }[] }[] }[];
  suites?: PlaywrightSuite[];
};
type PlaywrightReport = { suites: PlaywrightSuite[] };

export function vitestTimes({ testResults }: VitestReport, rootFolder: string): FileTime[] {
  return testResults.map(({ name, startTime, endTime }) => ({
    file: relative(rootFolder, name),
    ms: endTime - startTime,
  }));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function timeIn({ specs = [], suites = [] }: PlaywrightSuite): number {
  const results = specs.flatMap(({ tests }) => tests.flatMap((test) => test.results));
  return sum(results.map(({ duration }) => duration)) + sum(suites.map(timeIn));
}

export function playwrightTimes({ suites }: PlaywrightReport): FileTime[] {
  return suites.map((suite) => ({ file: `test/e2e/${suite.file}`, ms: timeIn(suite) }));
}

/** The slowest files, a line each with its seconds, the slowest first. */
export function slowest(times: readonly FileTime[], most = 10): string[] {
  return [...times]
    .sort((a, b) => b.ms - a.ms)
    .slice(0, most)
    .map(({ file, ms }) => `${(ms / 1000).toFixed(1).padStart(7)} s  ${file}`);
}
