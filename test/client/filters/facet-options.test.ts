import fc from "fast-check";
import { expect, test } from "vitest";
import { facetOptions, searchOptions } from "../../../client/filters/facet-options.ts";
import { toggleChosen, withChosen } from "../../../client/view/choose.ts";
import { defaultView } from "../../../client/view/view.ts";
import { breakdown, entry } from "./support.ts";

test("Values stay most frequent first, with readable labels and their counts", () => {
  const options = facetOptions(breakdown("channel", [entry(9, "VOICE", "voice"), entry(4, "whatsapp")]), []);
  expect(options).toEqual([
    { key: "voice", label: "Voice", spellings: ["VOICE", "voice"], count: 9, chosen: false },
    { key: "whatsapp", label: "WhatsApp", spellings: ["whatsapp"], count: 4, chosen: false },
  ]);
});

test("Sentiments keep their drawn order; an account's own label comes after them", () => {
  const entries = [entry(9, "furious"), entry(8, "negative"), entry(7, "NEUTRAL"), entry(1, "positive")];
  const labels = facetOptions(breakdown("sentiment", entries), []).map(({ label }) => label);
  expect(labels).toEqual(["Positive", "Neutral", "Negative", "Furious"]);
});

test("A chosen value that no longer occurs stays listed with count 0, ticked", () => {
  const options = facetOptions(breakdown("channel", [entry(9, "voice")]), ["FAX"]);
  expect(options.at(-1)).toEqual({ key: "fax", label: "Fax", spellings: ["FAX"], count: 0, chosen: true });
});

test("Once unticked, such a value stays listed while the list is open, to be ticked again", () => {
  const options = facetOptions(breakdown("channel", [entry(9, "voice")]), [], ["FAX"]);
  expect(options.at(-1)).toMatchObject({ key: "fax", count: 0, chosen: false, spellings: ["FAX"] });
});

test("A chosen spelling that the account does not use is the same value and is taken back with it", () => {
  const options = facetOptions(breakdown("channel", [entry(9, "VOICE")]), ["Voice"]);
  expect(options).toHaveLength(1);
  expect(options[0]).toMatchObject({ chosen: true, spellings: ["VOICE", "Voice"] });
});

test("Toggling an option changes what is ticked in its own line and in no other", () => {
  const raw = fc.constantFrom("voice", "VOICE", "Voice", "sms", "SMS", "fax", "Web-Chat");
  fc.assert(
    fc.property(fc.uniqueArray(raw), fc.uniqueArray(raw, { minLength: 1 }), (chosen, occurring) => {
      const keys = [...new Set(occurring.map((one) => one.toLowerCase()))];
      const entries = keys.map((key) => entry(3, ...occurring.filter((one) => one.toLowerCase() === key)));
      const data = breakdown("channel", entries);
      const view = withChosen(defaultView("UTC"), "channel", chosen);
      for (const option of facetOptions(data, chosen)) {
        const next = toggleChosen(view, "channel", option.spellings).chosen.channel;
        const after = facetOptions(data, next, chosen);
        for (const other of after)
          expect(other.chosen).toBe(
            other.key === option.key ? !option.chosen : chosen.some((one) => one.toLowerCase() === other.key),
          );
      }
    }),
  );
});

test("Search finds labels and raw values without regard to case and accents", () => {
  const data = breakdown("language", [entry(5, "pt-BR"), entry(4, "es-MX"), entry(1, "Français québécois")]);
  const found = (text: string) => searchOptions(facetOptions(data, []), text).map(({ key }) => key);
  expect(found("brazil")).toEqual(["pt-br"]);
  expect(found("ES-mx")).toEqual(["es-mx"]);
  expect(found("quebec")).toEqual(["français québécois"]);
  expect(found(" ")).toHaveLength(3);
  expect(found("klingon")).toEqual([]);
});
