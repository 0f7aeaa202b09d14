import { expect, test } from "vitest";
import { readJob, readSubmitted } from "../../../server/twilio/read-job.ts";

const answer = (body: object) => ({ status: 200, headers: {}, bytes: Buffer.from(JSON.stringify(body)) });

test.each([
  [{ operationId: "a", id: "b" }, "a"],
  [{ jobId: 7 }, "7"],
  [{ id: "b", status: "PENDING" }, "b"],
])("%j is the job that was submitted", (body, id) => {
  expect(readSubmitted(answer(body))).toBe(id);
});

test("an answer without an id is none", () => {
  expect(() => readSubmitted(answer({ status: "PENDING" }))).toThrow(/doesn’t match the documentation/);
});

test.each([
  [{ status: "COMPLETED" }, "completed"],
  [{ id: "b", state: "Done" }, "completed"],
  [{ id: "b", state: "error" }, "failed"],
  [{ operationId: "a", status: "QUEUED" }, "running"],
  [{ operationId: "a", status: "Pending" }, "waiting"],
])("%j is %s", (body, state) => {
  expect(readJob(answer(body)).state).toBe(state);
});
