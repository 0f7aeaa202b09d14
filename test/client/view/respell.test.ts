import { expect, test } from "vitest";
import { withChosen, withExcluded } from "../../../client/view/choose.ts";
import { respell, type Spellings } from "../../../client/view/respell.ts";
import { defaultView } from "../../../client/view/view.ts";

const known: Spellings = {
  channel: [["VOICE", "voice"], ["SMS"]],
  language: [["en"]],
  sentiment: undefined,
  status: [],
};
const bare = defaultView("UTC");

test("values written by hand take the account's spelling, all of them", () => {
  expect(respell(withChosen(bare, "channel", ["Voice", "sms"]), known).chosen.channel).toEqual([
    "VOICE",
    "voice",
    "SMS",
  ]);
  expect(respell(withExcluded(bare, "language", ["EN"]), known).excluded.language).toEqual(["en"]);
});

test("a view that is spelled as the account does is the same view", () => {
  for (const view of [bare, withChosen(bare, "channel", ["voice"]), withChosen(bare, "sentiment", ["Positive"])])
    expect(respell(view, known)).toBe(view);
});

test("a value that the account does not have stays as it is", () => {
  const view = withChosen(bare, "channel", ["fax"]);
  expect(respell(view, known)).toBe(view);
});
