import fc from "fast-check";
import { expect, test } from "vitest";
import { facetOptions, searchOptions } from "../../../../client/filters/facets/facet-options.ts";
import { toggleChosen, withChosen } from "../../../../client/view/choose.ts";
import { defaultView } from "../../../../client/view/view.ts";
import { breakdown, entry } from "../support.ts";

const chosen = (values: readonly string[]) => ({ chosen: values, excluded: [] });

test("Values stay most frequent first, with readable labels and their counts", () => {
  const options = facetOptions(breakdown("channel", [entry(9, "VOICE", "voice"), entry(4, "whatsapp")]), chosen([]));
  expect(options).toEqual([
    { key: "voice", label: "Voice", spellings: ["VOICE", "voice"], count: 9, chosen: false, excluded: false },
    { key: "whatsapp", label: "WhatsApp", spellings: ["whatsapp"], count: 4, chosen: false, excluded: false },
  ]);
});

test("Sentiments keep their drawn order; an account's own label comes after them", () => {
  const entries = [entry(9, "furious"), entry(8, "negative"), entry(7, "NEUTRAL"), entry(1, "positive")];
  const labels = facetOptions(breakdown("sentiment", entries), chosen([])).map(({ label }) => label);
  expect(labels).toEqual(["Positive", "Neutral", "Negative", "Furious"]);
});

test("A chosen value that no longer occurs stays listed with count 0, ticked", () => {
  const options = facetOptions(breakdown("channel", [entry(9, "voice")]), chosen(["FAX"]));
  expect(options.at(-1)).toEqual({
    key: "fax",
    label: "Fax",
    spellings: ["FAX"],
    count: 0,
    chosen: true,
    excluded: false,
  });
});

test("Once unticked, such a value stays listed while the list is open, to be ticked again", () => {
  const options = facetOptions(breakdown("channel", [entry(9, "voice")]), chosen([]), ["FAX"]);
  expect(options.at(-1)).toMatchObject({ key: "fax", count: 0, chosen: false, spellings: ["FAX"] });
});

test("A chosen spelling that the account does not use is the same value and is taken back with it", () => {
  const options = facetOptions(breakdown("channel", [entry(9, "VOICE")]), chosen(["Voice"]));
  expect(options).toHaveLength(1);
  expect(options[0]).toMatchObject({ chosen: true, spellings: ["VOICE", "Voice"] });
});

test("Toggling an option changes what is ticked in its own line and in no other", () => {
  const raw = fc.constantFrom("voice", "VOICE", "Voice", "sms", "SMS", "fax", "Web-Chat");
  fc.assert(
    fc.property(fc.uniqueArray(raw), fc.uniqueArray(raw, { minLength: 1 }), (ticked, occurring) => {
      const keys = [...new Set(occurring.map((one) => one.toLowerCase()))];
      const entries = keys.map((key) => entry(3, ...occurring.filter((one) => one.toLowerCase() === key)));
      const data = breakdown("channel", entries);
      const view = withChosen(defaultView("UTC"), "channel", ticked);
      for (const option of facetOptions(data, chosen(ticked))) {
        const next = toggleChosen(view, "channel", option.spellings).chosen.channel;
        const after = facetOptions(data, chosen(next), ticked);
        for (const other of after)
          expect(other.chosen).toBe(
            other.key === option.key ? !option.chosen : ticked.some((one) => one.toLowerCase() === other.key),
          );
      }
    }),
  );
});

test("Search finds labels and raw values without regard to case and accents", () => {
  const data = breakdown("language", [entry(5, "pt-BR"), entry(4, "es-MX"), entry(1, "Français québécois")]);
  const found = (text: string) => searchOptions(facetOptions(data, chosen([])), text).map(({ key }) => key);
  expect(found("brazil")).toEqual(["pt-br"]);
  expect(found("ES-mx")).toEqual(["es-mx"]);
  expect(found("quebec")).toEqual(["français québécois"]);
  expect(found(" ")).toHaveLength(3);
  expect(found("klingon")).toEqual([]);
});

test("A value that is left out is listed as such, also when nothing has it any more", () => {
  const use = { chosen: [], excluded: ["VOICE", "FAX"] };
  const options = facetOptions(breakdown("channel", [entry(9, "voice"), entry(2, "sms")]), use);
  expect(options.map(({ key, count, excluded }) => [key, count, excluded])).toEqual([
    ["voice", 9, true],
    ["sms", 2, false],
    ["fax", 0, true],
  ]);
  expect(options[0]?.spellings).toEqual(["voice", "VOICE"]);
});
