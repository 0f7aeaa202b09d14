import { expect, test } from "vitest";
import { findingKinds } from "../../../contract/findings.ts";
import { findingSentence } from "../../../server/accounts/finding-words.ts";
import { readForm, timeForms } from "../../../server/dialect/time/forms.ts";

const at = "2026-11-30T00:00:00.000Z";

test.each(findingKinds)("%s is said with what it is about, and differently from all the others", (kind) => {
  const { text } = findingSentence({
    kind,
    field: "FIELD",
    value: "VALUE",
    most: 12_345,
    of: "TIME",
    how: "refused",
    at,
  });
  expect(text).not.toMatch(/[{}]|\?/);
  const others = findingKinds.filter((one) => one !== kind);
  expect(others.map((one) => findingSentence({ kind: one, how: "seen", at }).text)).not.toContain(text);
});

test("a size that is refused as such is said as that", () => {
  const { text } = findingSentence({ kind: "page-size", value: "none", how: "refused", at });
  expect(text).toBe("Twilio rejects a number of rows for a page, so Earshot accepts as many as Twilio returns.");
});

test("numbers are written for a person", () => {
  expect(findingSentence({ kind: "page-size", most: 12_345, how: "refused", at }).text).toContain("12,345");
});

test("a form is shown by an example, which is read in that very form", () => {
  const said = (kind: "time-spelling" | "time-cells" | "list-cells", value: string) =>
    findingSentence({ kind, field: "F", value, how: "seen", at }).text;
  expect(said("time-spelling", "no-zone")).toContain("“2026-11-28T15:04:05.000”");
  expect(said("list-cells", "quoted-text")).toContain("“['A','B']”");
  for (const form of timeForms) {
    const text = said("time-cells", `${form}:stated`);
    const example = /“(.+)”/.exec(text)?.[1] ?? "";
    const wall = readForm(form, example);
    expect(wall?.seconds, form).toBe(Date.parse("2026-11-28T15:04:05Z") / 1000);
  }
});
