import { expect, test } from "vitest";
import { earshotCodes } from "../../../contract/problem.ts";
import { failureOf, storageProblem } from "../../../server/exports/failure.ts";
import { ProblemError } from "../../../server/messages/problem.ts";
import { sentence } from "../../../server/messages/sentence.ts";
import { asFault, timedOut } from "../../../server/twilio/faults.ts";

const told = (code: string) => {
  const problem = storageProblem(Object.assign(new Error("no"), { code }));
  return problem instanceof ProblemError ? problem.problem : undefined;
};

test.each([
  ["ENOSPC", 507, "The disk that holds the exports is full. Delete exports or free up space"],
  [
    "EACCES",
    500,
    "Earshot isn’t allowed to write to its data folder. Ask your Earshot administrator to check DATA_DIR",
  ],
  ["EROFS", 500, "The disk that holds the exports is read-only. Ask your Earshot administrator"],
  ["ENOENT", 404, "The files of this export are no longer on the server’s disk"],
])("what the disk says with %s is told as a sentence", (code, status, text) => {
  expect(told(code)?.httpStatusCode).toBe(status);
  expect(told(code)?.message).toContain(text);
});

test("what nobody foresaw stays as it is, for the log", () => {
  const error = new Error("odd");
  expect(storageProblem(error)).toBe(error);
});

const said = (httpStatusCode: number, message = "No") =>
  new ProblemError({ code: 20000 + httpStatusCode, message, httpStatusCode, source: "twilio" });
const found = (kind: keyof typeof earshotCodes, { key, text: message }: ReturnType<typeof sentence>) =>
  new ProblemError({ code: earshotCodes[kind], message, httpStatusCode: 502, source: "earshot", key });
const network = (code: string) => asFault(Object.assign(new Error("no"), { code }), "asking", { timeoutSeconds: 30 });
const type = sentence("twilioType", { api: "Insights", type: "text/html" });
const shape = sentence("twilioShape", { api: "Insights", fault: sentence("shapeRefused", { whole: "yes", path: "" }) });

test.each([
  ["401", said(401), "adviceCredentials"],
  ["403", said(403), "adviceForbidden"],
  ["400", said(400), "adviceQuery"],
  ["422", said(422), "adviceQuery"],
  ["404", said(404), "adviceAccount"],
  ["405", said(405), "adviceAccount"],
  ["415", said(415), "adviceAccount"],
  ["501", said(501), "adviceAccount"],
  [
    "pages without end",
    found("upstreamEndless", sentence("twilioKnownPages", { api: "Insights", count: 300 })),
    "adviceEndless",
  ],
  ["an answer of another shape", found("upstreamShape", shape), "adviceAccount"],
  ["a page of HTML", found("upstreamNotJson", type), "adviceAddress"],
  ["an address that nobody has", network("ENOTFOUND"), "adviceAddress"],
  ["a certificate that proves nothing", network("CERT_HAS_EXPIRED"), "adviceAddress"],
  ["a closed port", network("ECONNREFUSED"), "adviceLater"],
  ["500", said(500), "adviceLater"],
  ["503", said(503), "adviceLater"],
  ["504", said(504), "adviceSmaller"],
  ["a timeout of the database", said(400, "Code: 159. DB::Exception: Timeout"), "adviceSmaller"],
  ["no answer in time", timedOut(30, "deadline"), "adviceSmaller"],
  ["too much at once", network("UND_ERR_RES_EXCEEDED_MAX_SIZE"), "adviceSmaller"],
])("against %s, what can help is advised", (_, error, key) => {
  expect(failureOf(error).advice.key).toBe(key);
});
