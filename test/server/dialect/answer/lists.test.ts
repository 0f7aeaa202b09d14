import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { learn } from "../../../../server/dialect/answer/learn.ts";
import { listTexts } from "../../../../server/dialect/answer/list-cell.ts";
import { rewriter } from "../../../../server/dialect/answer/rewriter.ts";
import { askedFor, known, toBuffers } from "./asked.ts";

function read(cells: readonly unknown[], several = true, before = known()) {
  const asked = askedFor(["L"], several ? { several: new Set(["L"]) } : {});
  const rows = toBuffers(cells.map((L) => ({ L })));
  const { readings } = learn(rows, asked, before);
  const write = rewriter(asked, readings) ?? ((row: Buffer) => row);
  const written = rows.map((row): unknown => Object.values(JSON.parse(write(row).toString("utf8")))[0]);
  return { reading: readings.lists.L, cells: written };
}

describe("a list", () => {
  test.each([
    ["json-text", ['["VOICE","SMS"]', "[]", null], [["VOICE", "SMS"], [], null]],
    ["json-text", ["[]"], [[]]],
    ["quoted-text", ["['VOICE','SMS']", "[]", "['it\\'s', 'a\\\\b']"], [["VOICE", "SMS"], [], ["it's", "a\\b"]]],
    ["quoted-text", ["['VOICE', \"it's\"]"], [["VOICE", "it's"]]],
    ["quoted-text", ["[VOICE, SMS]"], [["VOICE", "SMS"]]],
    ["braces-text", ['{VOICE,"two words"}', "{}"], [["VOICE", "two words"], []]],
    ["comma-text", ["VOICE", "SMS", "VOICE, SMS", ""], [["VOICE"], ["SMS"], ["VOICE", "SMS"], []]],
    ["semicolon-text", ["en;es", "es", "en"], [["en", "es"], ["es"], ["en"]]],
    ["semicolon-text", ["en; es", "es", "en"], [["en", "es"], ["es"], ["en"]]],
    [
      "ampersand-text",
      ["VOICE & SMS", "SMS", "VOICE&CHAT", "VOICE"],
      [["VOICE", "SMS"], ["SMS"], ["VOICE", "CHAT"], ["VOICE"]],
    ],
    ["prose-text", ["VOICE and SMS", "SMS", "VOICE"], [["VOICE", "SMS"], ["SMS"], ["VOICE"]]],
    [
      "prose-text",
      ["VOICE, SMS, and CHAT", "SMS, CHAT & VOICE", "SMS", "VOICE", "CHAT"],
      [["VOICE", "SMS", "CHAT"], ["SMS", "CHAT", "VOICE"], ["SMS"], ["VOICE"], ["CHAT"]],
    ],
    ["prose-text", ["en y es", "es", "en", "en, es y fr"], [["en", "es"], ["es"], ["en"], ["en", "es", "fr"]]],
    ["pipe-text", ["en|es", "es", "en"], [["en", "es"], ["es"], ["en"]]],
    ["objects", [[{ name: "VOICE" }, { name: "SMS" }], []], [["VOICE", "SMS"], []]],
    ["objects", [[{ id: "7", name: "VOICE", at: 1 }]], [["VOICE"]]],
    ["places", [{ 0: "VOICE", 1: "SMS" }, { 0: "SMS" }, {}], [["VOICE", "SMS"], ["SMS"], []]],
    ["places", [["VOICE", "SMS"], {}], [["VOICE", "SMS"], []]],
    ["flags", [{ VOICE: true, SMS: false }, {}], [["VOICE"], []]],
  ])("is read as %s from %j", (reading, cells, written) => {
    expect(read(cells)).toEqual({ reading, cells: written });
  });

  test.each([
    [[["VOICE", "SMS"], [], null]],
    [[[], []]],
    [["VOICE", "SMS"]],
    [["Smith, John", "Doe, Jane"]],
    [["Smith, John", "Smith", "Jones"]],
    [["VOICE,SMS", "CHAT"]],
    [["Smith and Sons", "Smith", "Jones"]],
    [["terms and conditions", "terms of use", "conditions"]],
    [["two words,SMS", "SMS", "two words"]],
    [['["VOICE"]', "VOICE"]],
    [['["VOICE"]', ["VOICE"]]],
    [["[unfinished", "['a'"]],
    [["['a',]"]],
    [["['a' 'b']"]],
    [['[{"a":1}]']],
    [[{ a: 1, b: 2 }]],
    [[[{ a: 1, b: 2 }]]],
    [[1, 2]],
  ])("%j stays as it is", (cells) => {
    expect(read(cells)).toEqual({ reading: undefined, cells });
  });

  test("brackets tell of a field that is not known to have several values; commas, objects and notes do not", () => {
    expect(read(['["a","b"]'], false).reading).toBe("json-text");
    expect(read(["['a','b']"], false).reading).toBe("quoted-text");
    for (const cells of [["a", "b", "a,b"], [[{ name: "a" }]], ["[1]"], ["[]"], ["{a,b}"]]) {
      expect(read(cells, false)).toEqual({ reading: undefined, cells });
    }
  });

  test("known once, it is read from every page", () => {
    const before = known({ lists: { L: "comma-text" } });
    expect(read(["VOICE,CHAT"], true, before).cells).toEqual([["VOICE", "CHAT"]]);
    expect(read([["VOICE"], null], true, before).cells).toEqual([["VOICE"], null]);
  });

  test("digits of long numbers stay, and a row stays one line", () => {
    const asked = askedFor(["L"], { several: new Set(["L"]) });
    const readings = known({ lists: { L: "json-text" } });
    const written = (text: string) => rewriter(asked, readings)?.(Buffer.from(JSON.stringify({ L: text }))).toString();
    expect(written("[12345678901234567890]")).toBe('{"L":[12345678901234567890]}');
    expect(written('[\n"a"\n]')).toBe('{"L":["a"]}');
    expect(written('["\ud800"]')).toBe('{"L":["\\ud800"]}');
    expect(written('["😀"]')).toBe('{"L":["😀"]}');
  });

  test("quoted texts give back every text that was put into them", async () => {
    const quoted = (members: readonly string[]) =>
      `[${members.map((one) => `'${one.replace(/['\\]/g, "\\$&").replaceAll("\n", "\\n")}'`).join(",")}]`;
    const unit = fc.constantFrom(..."aZ0'\",\\[]{} \t\n\u00e9😀");
    const list = fc.array(fc.string({ unit, maxLength: 6 }), { maxLength: 4 });
    await fc.assert(
      fc.property(fc.array(list, { minLength: 1, maxLength: 5 }), (lists) => {
        const { reading, cells } = read(lists.map(quoted));
        if (reading === "json-text") expect(lists.every((list) => list.length === 0)).toBe(true);
        else expect(reading).toBe("quoted-text");
        expect(cells).toEqual(lists);
      }),
    );
  });
});

test("the texts of a list that hold a wanted member are found", () => {
  const texts = ["['VOICE']", "['SMS','VOICE']", "['VOICEMAIL']", "[]", "VOICE"];
  expect(listTexts(["VOICE"], texts, "quoted-text")).toEqual(["['VOICE']", "['SMS','VOICE']", "VOICE"]);
  expect(listTexts(["VOICE", "x"], ["VOICE, SMS", "x,y", "y"], "comma-text")).toEqual(["VOICE, SMS", "x,y"]);
  expect(listTexts([], texts, "quoted-text")).toEqual([]);
});
