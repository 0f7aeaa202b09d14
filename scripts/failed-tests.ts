import { relative } from "node:path";
import { stripVTControlCharacters } from "node:util";

/** A test that failed, and what it said. */
export type FailedTest = { file: string; name: string; why: string };

type VitestReport = {
  testResults: {
    name: string;
    status: string;
    message?: string;
    assertionResults: { fullName: string; status: string; failureMessages?: string[] | null }[];
  }[];
};

type PlaywrightSuite = {
  file: string;
  specs?: {
    title: string;
    ok: boolean;
    tests: { results: { errors?: { message?: string }[] }[] }[];
  }[];
  suites?: PlaywrightSuite[];
};
type PlaywrightReport = { suites: PlaywrightSuite[]; errors: { message?: string }[] };

export function vitestFailures({ testResults }: VitestReport, rootFolder: string): FailedTest[] {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(rootFolder, name);
    if (status === "failed" && assertionResults.length === 0) {
      return [{ file, name: "the file does not load", why: message ?? "" }];
    }
    return assertionResults
      .filter((one) => one.status === "failed")
      .map(({ fullName, failureMessages }) => ({ file, name: fullName, why: failureMessages?.[0] ?? "" }));
  });
}

function failuresIn({ file, specs = [], suites = [] }: PlaywrightSuite): FailedTest[] {
  const failed = specs
    .filter(({ ok }) => !ok)
    .map(({ title, tests }) => {
      const errors = tests.flatMap((test) => test.results.flatMap((result) => result.errors ?? []));
      return { file: `test/e2e/${file}`, name: title, why: errors[0]?.message ?? "" };
    });
  return [...failed, ...suites.flatMap(failuresIn)];
}

export function playwrightFailures({ suites, errors }: PlaywrightReport): FailedTest[] {
  const outside = errors.map(({ message }) => ({ file: "test/e2e", name: "outside every test", why: message ?? "" }));
  return [...suites.flatMap(failuresIn), ...outside];
}

/**
 * Each failed test by its file and name, with the first lines of what it said, so that the end of a log is enough to
 * know what to mend.
 */
export function failureLines(failures: readonly FailedTest[], most = 20, linesEach = 6): string[] {
  const told = failures.slice(0, most).flatMap(({ file, name, why }) => {
    const plain = stripVTControlCharacters(why).split("\n");
    return [`  ${file} › ${name}`, ...plain.slice(0, linesEach).map((line) => `      ${line}`)];
  });
  const left = failures.length - most;
  return left > 0 ? [...told, `  and ${left} more`] : told;
}
