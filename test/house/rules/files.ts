import type { Source } from "../support/source.ts";

const mostLines = 250;

/** Small files, one home for each name: no barrels, named exports. */
export function fileRule({ path, lines, hasDefaultExport, reExports }: Source): string[] {
  const isTest = path.startsWith("test/");
  return [
    ...(lines > mostLines && !isTest
      ? [`${path} has ${lines} lines; ${mostLines} is the most. Split it by its tasks.`]
      : []),
    ...(/(^|\/)index\.tsx?$/.test(path)
      ? [`${path} is a barrel by its name; import from the file that has the code.`]
      : []),
    ...(hasDefaultExport && path !== "test/e2e/support/build.ts"
      ? [`${path} has a default export; exports are named.`]
      : []),
    ...(isTest ? [] : reExports.map((from) => `${path} hands on the exports of ${from}; import from there instead.`)),
  ];
}
