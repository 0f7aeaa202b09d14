import type { z } from "zod";
import { mostFaults } from "../../contract/limits.ts";
import type { Sentence } from "../../contract/messages/sentence.ts";
import { sentence } from "./sentence.ts";

type Issue = z.core.$ZodIssue;

/** Of a text that was sent, as much as tells which one it is. */
const longestQuote = 60;

export function clipped(text: string, most = longestQuote): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

/** `query.filters[0].op`: the way a person would write the path in code. */
function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((key, index) => (typeof key === "number" ? `[${key}]` : `${index === 0 ? "" : "."}${clipped(String(key))}`))
    .join("");
}

/** A key that the schema does not know is the offence itself, so it belongs to the path. */
function offendingPath(issue: Issue): string {
  return pathText(issue.code === "unrecognized_keys" ? [...issue.path, issue.keys[0] ?? ""] : issue.path);
}

/** The place of an offence as the sentences about shapes want it; an empty path is the whole body. */
export function placeOf(path: string): { whole: string; path: string } {
  return { whole: path === "" ? "yes" : "no", path };
}

/** Sentences that a schema itself names for what it refuses. */
const refusals = ["shapeNothingAsked", "shapeNotSetOr"] as const;

function complaint(issue: Issue): Sentence {
  const at = placeOf(offendingPath(issue));
  switch (issue.code) {
    case "invalid_type": {
      const expected = issue.expected === "record" ? "object" : issue.expected;
      return sentence(issue.message.endsWith("received undefined") ? "shapeMissing" : "shapeType", { ...at, expected });
    }
    case "invalid_value": {
      const values = issue.values.map(String).join(", ");
      return issue.values.length > 1
        ? sentence("shapeOneOf", { ...at, values })
        : sentence("shapeValue", { ...at, value: values });
    }
    case "unrecognized_keys":
      return sentence(isTooDeep(issue) ? "shapeTooDeep" : "shapeUnknown", at);
    case "too_small":
      return issue.origin === "string" || issue.origin === "array"
        ? sentence("shapeEmpty", at)
        : sentence("shapeAtLeast", { ...at, least: Number(issue.minimum) });
    case "too_big":
      return tooBig(issue.origin, { ...at, most: Number(issue.maximum) });
    case "invalid_format":
      return sentence("shapeFormat", { ...at, format: issue.format });
    case "custom":
      return sentence(refusals.find((key) => key === issue.params?.sentence) ?? "shapeRefused", at);
    default:
      return sentence("shapeRefused", at);
  }
}

function tooBig(origin: string, values: { whole: string; path: string; most: number }): Sentence {
  if (origin === "string") return sentence("shapeTooLong", values);
  return sentence(origin === "array" ? "shapeTooMany" : "shapeAtMost", values);
}

function isTooDeep(issue: Issue): boolean {
  return issue.code === "unrecognized_keys" && issue.keys.includes("expressions");
}

/** The first issues, each as a complaint under its path; too deep a nesting first, since it also causes the others. */
function complaints(error: z.core.$ZodError, most = mostFaults): [path: string, complaint: Sentence][] {
  const deepFirst = [...error.issues].sort((a, b) => Number(isTooDeep(b)) - Number(isTooDeep(a)));
  return deepFirst.slice(0, most).map((issue) => [offendingPath(issue) || "The body", complaint(issue)]);
}

/** The first thing that is wrong, as one sentence that begins with the offending path. */
export function firstSentence(error: z.core.$ZodError): Sentence {
  return complaints(error, 1)[0]?.[1] ?? sentence("shapeRefused", placeOf(""));
}

/** The first things that are wrong, by path: `must not be empty`. */
export function complaintsByPath(error: z.core.$ZodError): Record<string, string> {
  return Object.fromEntries(complaints(error).map(([path, { text }]) => [path, text.slice(path.length + 1, -1)]));
}
