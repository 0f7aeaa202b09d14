import { expect, test } from "vitest";
import { earshotProblem, ProblemError } from "../../../server/messages/problem.ts";
import { sentence } from "../../../server/messages/sentence.ts";
import { asFault, timedOut } from "../../../server/twilio/faults.ts";
import { isRefusal, isTimeout, refusalOf } from "../../../server/twilio/refusals.ts";

const said = (httpStatusCode: number, message = "No", code = 20001) =>
  new ProblemError({ code, message, httpStatusCode, source: "twilio" });

/** A page of HTML with a status, as a gateway or a firewall answers. */
const html = (status: number) =>
  earshotProblem("upstreamNotJson", sentence("twilioStatus", { api: "Insights", status: String(status) }), { status });

const refusing = [400, 402, 404, 405, 406, 409, 410, 411, 413, 414, 415, 422, 431, 451, 500, 501];
const others = [401, 403, 407, 408, 425, 429, 502, 503, 504, 507, 520, 522, 599];

test.each(refusing)("%i refuses something, whoever wrote its body", (status) => {
  expect(refusalOf(said(status))?.httpStatusCode).toBe(status);
  expect(isRefusal(html(status))).toBe(true);
});

test.each(others)("%i says nothing of what was asked", (status) => {
  expect(isRefusal(said(status))).toBe(false);
  expect(isRefusal(html(status))).toBe(false);
  expect(refusalOf(said(status))).toBeUndefined();
});

test.each([
  [400, "Code: 159. DB::Exception: Timeout exceeded"],
  [500, "Query execution timeout exceeded"],
  [500, "TIMEOUT_EXCEEDED"],
])("a %i that speaks of time is a timeout and no refusal: %s", (status, message) => {
  expect(isTimeout(said(status, message))).toBe(true);
  expect(isRefusal(said(status, message))).toBe(false);
});

test("Twilio's number for a query that took too long is a timeout, whatever the status", () => {
  expect(isTimeout(said(400, "No", 50001))).toBe(true);
  expect(isRefusal(said(400, "No", 50001))).toBe(false);
});

test("the network's faults, Earshot's own deadline and Earshot's own words are none", () => {
  const gone = earshotProblem("upstreamUnreachable", sentence("twilioUnreachable", { api: "Insights", code: "X" }));
  const own = earshotProblem("notCountable", sentence("dialectJobs"), { status: 501 });
  const page = earshotProblem("upstreamNotJson", sentence("twilioNotJson", { api: "Insights" }));
  for (const error of [
    gone,
    asFault(new Error("x"), "reading", { timeoutSeconds: 30 }),
    timedOut(30, "deadline"),
    own,
    page,
    new Error("x"),
    undefined,
  ]) {
    expect(isRefusal(error)).toBe(false);
  }
});

test("an answer that is too large to be read is one: a smaller page is not", () => {
  const large = earshotProblem("upstreamTooLarge", sentence("twilioTooLarge", { api: "Insights" }));
  expect(isRefusal(large)).toBe(true);
});
