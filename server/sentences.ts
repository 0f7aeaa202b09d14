import type { z } from "zod";

type Issue = z.core.$ZodIssue;

/** `query.filters[0].op`: the way a person would write the path in code. */
function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((key, index) => (typeof key === "number" ? `[${key}]` : `${index === 0 ? "" : "."}${String(key)}`))
    .join("");
}

/** A key that the schema does not know is the offence itself, so it belongs to the path. */
function offendingPath(issue: Issue): string {
  const path = issue.code === "unrecognized_keys" ? [...issue.path, issue.keys[0] ?? ""] : issue.path;
  return pathText(path) || "The body";
}

function complaint(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.message.endsWith("received undefined")
        ? `is missing; it must be ${article(issue.expected)}`
        : `must be ${article(issue.expected)}`;
    case "invalid_value":
      return `must be ${issue.values.length > 1 ? "one of " : ""}${issue.values.map(String).join(", ")}`;
    case "unrecognized_keys":
      return issue.keys[0] === "expressions"
        ? "is one level too deep: a filter is a group of comparisons, and a comparison has no expressions"
        : "is not a known key here";
    case "too_small":
      return "must not be empty";
    default:
      return `is refused: ${issue.message}`;
  }
}

function article(type: string): string {
  if (type === "record") return "an object";
  return `${/^[aeiou]/.test(type) ? "an" : "a"} ${type}`;
}

/** Every issue as a complaint under its path; too deep a nesting first, since it also causes the others. */
function complaints(error: z.core.$ZodError): [path: string, complaint: string][] {
  const deepFirst = [...error.issues].sort((a, b) => Number(isTooDeep(b)) - Number(isTooDeep(a)));
  return deepFirst.map((issue) => [offendingPath(issue), complaint(issue)]);
}

function isTooDeep(issue: Issue): boolean {
  return issue.code === "unrecognized_keys" && issue.keys.includes("expressions");
}

/** The first thing that is wrong, as one sentence that begins with the offending path. */
export function firstSentence(error: z.core.$ZodError): string {
  const [path, words] = complaints(error)[0] ?? ["The body", "is not valid"];
  return `${path} ${words}.`;
}

/** Everything that is wrong, by path. */
export function complaintsByPath(error: z.core.$ZodError): Record<string, string> {
  return Object.fromEntries(complaints(error));
}
