import { expect, test } from "vitest";
import { failureText, InsightsError } from "../../../client/api/errors.ts";
import { readProblem } from "../../../client/api/http.ts";
import { earshotCodes, type Problem } from "../../../contract/problem.ts";

const retry = /try again/i;

function said(httpStatusCode: number, message = "No field “Idd”"): Problem {
  return { code: 20001, message, httpStatusCode, source: "twilio" };
}

function found(kind: keyof typeof earshotCodes, httpStatusCode = 502, key?: string): Problem {
  return { code: earshotCodes[kind], message: "It went wrong.", httpStatusCode, source: "earshot", key };
}

const adviceOf = (problem: Problem) => failureText(InsightsError.of(problem)).advice;

test.each([
  ["an overload", said(503)],
  ["a fault of Twilio's", said(500)],
  ["a query that took too long", said(504)],
  ["a connection that was refused", found("upstreamUnreachable", 502, "twilioRefused")],
  ["an answer that was cut off", found("upstreamCutOff")],
  ["no answer in time", found("upstreamTimeout", 504)],
  ["an error page of something in between", found("upstreamNotJson", 502, "twilioStatus")],
  ["a fault of Earshot's", found("internal", 500)],
  ["pages without end", found("upstreamEndless")],
  ["an error page before Earshot", readProblem(502, "<html>")],
])("against %s it can help to try again", (_, problem) => {
  expect(adviceOf(problem)).toMatch(retry);
});

test.each([
  ["a filter that is refused", said(400), /Change the filter or column/],
  ["a query that cannot be worked on", said(422), /Change the filter or column/],
  ["a method that is not there", said(405), /What this account can do/],
  ["a kind of content that is refused", said(415), /What this account can do/],
  ["what is not implemented", said(501), /What this account can do/],
  ["a query that is too large", said(413), /Select fewer/],
  ["an answer of another shape", found("upstreamShape"), /What this account can do/],
  ["an answer that is too large", found("upstreamTooLarge"), /shorter time range or fewer columns/],
  ["a page of HTML under 200", found("upstreamNotJson", 502, "twilioType"), /administrator to check the address/],
  ["a redirect", found("upstreamNotJson", 502, "twilioRedirect"), /administrator to check the address/],
  ["an address that nobody has", found("upstreamUnreachable", 502, "twilioNoAddress"), /administrator to check/],
  ["a certificate that proves nothing", found("upstreamUnreachable", 502, "twilioNoProof"), /administrator to check/],
  ["a request that is too large", found("tooLarge", 400), /Select fewer filter values/],
  ["a field that the account refuses", found("refusedField", 400), /What this account can do/],
  ["more fields than the account takes", found("tooManyFields", 400), /What this account can do/],
  ["a figure that cannot be had", found("notCountable", 400), /What this account can do/],
  ["a request that Earshot refuses", found("badRequest", 400), /^Reload the page\. If/],
  ["a page that something before Earshot refuses", readProblem(413, "<html>"), /^Reload the page\. If/],
])("against %s it never can, and what can is said", (_, problem, advice) => {
  expect(adviceOf(problem)).toMatch(advice);
  expect(adviceOf(problem)).not.toMatch(retry);
});

test("what Twilio says stands in the advice as Twilio's words", () => {
  expect(adviceOf(said(400))).toContain("It said: “No field “Idd””");
});

test("an answer that cannot be read cannot be read the next time either", () => {
  const { advice } = failureText(new InsightsError("contract", () => "The response wasn’t JSON."));
  expect(advice).toMatch(/^The response wasn’t JSON\. See “What this account can do”/);
  expect(advice).not.toMatch(retry);
});

test.each([
  ["a query that takes too long", said(504), /Try again in a moment/],
  ["no answer in time", found("upstreamTimeout", 504), /Try again in a moment/],
  ["an answer that is too large", found("upstreamTooLarge"), /Try again in a moment/],
  ["what is refused", said(400), /What this account can do/],
  ["what is too large", said(413), /What this account can do/],
])("against %s nothing of a view helps where no view was asked for", (_, problem, advice) => {
  const error = new InsightsError("http", () => "", problem);
  const text = failureText(error, { isOfView: false }).advice;
  expect(text).toMatch(advice);
  expect(text).not.toMatch(/range|filter|column/);
  expect(failureText(error).advice).toMatch(/range|filter|column/);
});
