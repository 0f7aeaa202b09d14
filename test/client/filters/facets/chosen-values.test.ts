import { expect, test } from "vitest";
import { chosenValues } from "../../../../client/filters/facets/chosen-values.ts";
import { nothingChosen } from "../../../../client/view/view.ts";

test("Spellings of one value are one chosen value, in the order of the roles and of choosing", () => {
  const chosen = { ...nothingChosen, status: ["IN_PROGRESS"], channel: ["VOICE", "sms", "voice"] };
  expect(chosenValues(chosen)).toEqual([
    { role: "channel", key: "voice", label: "Voice", spellings: ["VOICE", "voice"] },
    { role: "channel", key: "sms", label: "SMS", spellings: ["sms"] },
    { role: "status", key: "in_progress", label: "In progress", spellings: ["IN_PROGRESS"] },
  ]);
});

test("Languages are named in the reader's language, and an unknown tag stays as it is", () => {
  const labels = chosenValues({ ...nothingChosen, language: ["es-MX", "tlh-QQQQQ"] }).map(({ label }) => label);
  expect(labels).toEqual(["Mexican Spanish", "tlh-QQQQQ"]);
});
