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

test("values written by hand get the account's spellings, all of them", () => {
  expect(respell(withChosen(bare, "channel", ["Voice", "sms"]), known).chosen.channel).toEqual([
    "Voice",
    "sms",
    "VOICE",
    "voice",
    "SMS",
  ]);
  expect(respell(withExcluded(bare, "language", [" EN"]), known).excluded.language).toEqual([" EN", "en"]);
});

test("a value that is ticked as one is asked for in every spelling, also in one that came later", () => {
  expect(respell(withChosen(bare, "channel", ["voice"]), known).chosen.channel).toEqual(["voice", "VOICE"]);
});

test("once spelled, a view stays as it is, also where only some of its spellings occur", () => {
  const view = withChosen(bare, "channel", ["voice", "VOICE"]);
  expect(respell(view, { ...known, channel: [["VOICE"]] })).toBe(view);
});

test("a view that is spelled as the account does is the same view", () => {
  for (const view of [bare, withChosen(bare, "channel", ["SMS"]), withChosen(bare, "sentiment", ["Positive"])])
    expect(respell(view, known)).toBe(view);
});

test("a value that the account does not have stays as it is", () => {
  const view = withChosen(bare, "channel", ["fax"]);
  expect(respell(view, known)).toBe(view);
});
