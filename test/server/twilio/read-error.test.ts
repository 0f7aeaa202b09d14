import { expect, test } from "vitest";
import { readError } from "../../../server/twilio/read-error.ts";

test.each([
  { code: 20001, message: "No such field" },
  { error: "No such field" },
  { error: { message: "No such field" } },
  { errors: [{ message: "No such field" }] },
  { type: "about:blank", title: "Bad Request", detail: "No such field" },
  { title: "No such field" },
])("%j says what is wrong", (body) => {
  const answer = { status: 400, headers: {}, bytes: Buffer.from(JSON.stringify(body)) };
  expect(readError(answer)).toMatchObject({ message: "No such field", httpStatusCode: 400, source: "twilio" });
});
