import { expect, test } from "vitest";
import { storageProblem } from "../../../server/exports/failure.ts";
import { ProblemError } from "../../../server/problem.ts";

const told = (code: string) => {
  const problem = storageProblem(Object.assign(new Error("no"), { code }));
  return problem instanceof ProblemError ? problem.problem : undefined;
};

test.each([
  ["ENOSPC", 507, "The disk that holds the exports is full. Remove exports or free space"],
  ["EACCES", 500, "Earshot may not write into its data folder. Ask whoever runs Earshot to look at DATA_DIR"],
  ["EROFS", 500, "The disk that holds the exports can only be read. Ask whoever runs Earshot"],
  ["ENOENT", 404, "The files of this export are no longer on the disk"],
])("what the disk says with %s is told as a sentence", (code, status, text) => {
  expect(told(code)?.httpStatusCode).toBe(status);
  expect(told(code)?.message).toContain(text);
});

test("what nobody foresaw stays as it is, for the log", () => {
  const error = new Error("odd");
  expect(storageProblem(error)).toBe(error);
});
