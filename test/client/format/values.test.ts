import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asSentiment, sentiments } from "../../../client/format/sentiment.ts";
import {
  cellMembers,
  distinctLabels,
  languageLabel,
  roleValueLabel,
  valueKey,
  valueLabel,
} from "../../../client/format/values.ts";

describe("the members of a cell", () => {
  test.each([
    [null, []],
    [undefined, []],
    ["", []],
    [[], []],
    [[null, "", undefined], []],
    ["voice", ["voice"]],
    [
      ["voice", "sms"],
      ["voice", "sms"],
    ],
    [
      ["voice", null, ["sms", "chat"]],
      ["voice", "sms", "chat"],
    ],
    [0, ["0"]],
    [false, ["false"]],
    [12.5, ["12.5"]],
    [{ text: "a" }, ['{"text":"a"}']],
  ])("%j are %j", (cell, members) => {
    expect(cellMembers(cell)).toEqual(members);
  });

  test("are never empty texts", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (cell) => {
        for (const member of cellMembers(cell)) expect(member).not.toBe("");
      }),
    );
  });
});

describe("a value's words", () => {
  test.each([
    ["VOICE", "Voice"],
    ["voice", "Voice"],
    ["sms", "SMS"],
    ["SMS", "SMS"],
    ["WhatsApp", "WhatsApp"],
    ["whatsapp", "WhatsApp"],
    ["IN_PROGRESS", "In progress"],
    ["in-progress", "In progress"],
    ["HUMAN_AGENT", "Human agent"],
    ["AI_AGENT", "AI agent"],
    ["Already written", "Already written"],
    ["iPhone", "iPhone"],
    ["Größe", "Größe"],
    ["", ""],
    ["constructor", "Constructor"],
    ["__proto__", "Proto"],
    ["valueOf", "valueOf"],
  ])("%s is shown as “%s”", (raw, label) => {
    expect(valueLabel(raw)).toBe(label);
  });

  test("are a text for every value, and the same in any case for plain ones", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "grapheme" }),
          fc.constantFrom(...Object.getOwnPropertyNames({}.constructor.prototype)),
        ),
        (raw) => {
          expect(typeof valueLabel(raw)).toBe("string");
        },
      ),
    );
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z_-]{1,12}$/), (raw) => {
        expect(valueLabel(raw)).toBe(valueLabel(raw.toUpperCase()));
      }),
    );
  });

  test("compare without regard to case and blanks around", () => {
    expect(valueKey(" Voice ")).toBe(valueKey("VOICE"));
    expect(valueKey("voice")).not.toBe(valueKey("voice mail"));
  });
});

describe("a sentiment", () => {
  test.each([...sentiments])("%s is known in any case", (one) => {
    expect([one, one.toUpperCase(), ` ${one} `].map(asSentiment)).toEqual([one, one, one]);
  });

  test("of the account's own is none of the four", () => {
    expect(asSentiment("very positive")).toBeUndefined();
    expect(asSentiment("")).toBeUndefined();
  });
});

describe("a language", () => {
  test.each([
    ["en", "en", "English"],
    ["EN", "en", "English"],
    ["de      ", "en", "German"],
    ["en-US", "en", "American English"],
    ["de", "es", "alemán"],
    ["zh-Hant", "en", "Traditional Chinese"],
  ])("%s in %s is %s", (tag, locale, name) => {
    expect(languageLabel(tag, locale)).toBe(name);
  });

  test.each(["", "xx", "en_US", "not a tag", "english", "constructor", "🙂"])("“%s” stays as it is", (tag) => {
    expect(languageLabel(tag, "en")).toBe(tag);
  });
});

test("a value with blanks around it has the words of the one without", () => {
  expect(["VOICE  ", " IN_PROGRESS ", "carrier_pigeon "].map(valueLabel)).toEqual(
    ["VOICE", "IN_PROGRESS", "carrier_pigeon"].map(valueLabel),
  );
});

describe("values that look like another", () => {
  test("are told from what is not set", () => {
    expect(["Not set", "NOT_SET", "not-set", "  "].map(valueLabel)).toEqual([
      "“Not set”",
      "“Not set”",
      "“Not set”",
      "“  ”",
    ]);
    expect([" ", "\t"].map(valueKey)).toEqual([" ", "\t"]);
  });

  test("are one where only the writing of an accent or blanks around differ", () => {
    expect(valueKey("Cafe\u0301 ")).toBe(valueKey("CAF\u00c9"));
  });

  test("have their spelling behind them where their words are the same", () => {
    const labels = ["IN_PROGRESS", "in-progress", "CLOSED"].map((raw) => ({ label: valueLabel(raw), raw }));
    expect(distinctLabels(labels)).toEqual(["In progress (IN_PROGRESS)", "In progress (in-progress)", "Closed"]);
  });
});

test("a value of a role is a language by its name, and any other by its words", () => {
  expect(roleValueLabel("language", "fr")).toBe("French");
  expect(roleValueLabel("channel", "WHATSAPP")).toBe("WhatsApp");
});
