import { expect, test } from "vitest";
import { findingKinds } from "../../../contract/findings.ts";
import { findingSentence } from "../../../server/accounts/finding-words.ts";

const at = "2026-11-30T00:00:00.000Z";

test.each(findingKinds)("%s is said with what it is about, and differently from all the others", (kind) => {
  const { text } = findingSentence({ kind, field: "FIELD", value: "VALUE", most: 12_345, how: "refused", at });
  expect(text).not.toMatch(/[{}]|\?/);
  const others = findingKinds.filter((one) => one !== kind);
  expect(others.map((one) => findingSentence({ kind: one, how: "seen", at }).text)).not.toContain(text);
});

test("a size that is refused as such is said as that", () => {
  const { text } = findingSentence({ kind: "page-size", value: "none", how: "refused", at });
  expect(text).toBe("Twilio refuses a number of rows for a page, so Earshot takes as many as Twilio sends.");
});

test("numbers are written for a person", () => {
  expect(findingSentence({ kind: "page-size", most: 12_345, how: "refused", at }).text).toContain("12,345");
});
