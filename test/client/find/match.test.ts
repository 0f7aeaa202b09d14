import fc from "fast-check";
import { expect, test } from "vitest";
import { fold, foldWithPlaces } from "../../../client/find/fold.ts";
import { best, has, pieces, rank, wantedOf } from "../../../client/find/match.ts";

const text = fc.string({ unit: "grapheme", maxLength: 40 });
/** Of any code units, halves of pairs among them. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
  .map((units) => String.fromCharCode(...units));
const marked = (of: string, typed: string) =>
  pieces(of, wantedOf(typed)).flatMap((piece) => (piece.isMarked ? [piece.text] : []));

test("a text finds itself, also as accents are written apart and in other case", () => {
  fc.assert(
    fc.property(text, (one) => {
      for (const typed of [one, one.normalize("NFD"), one.normalize("NFC")])
        expect(has(fold(one), wantedOf(typed))).toBe(true);
    }),
  );
});

test("pieces are the text again, and marked where a word was found", () => {
  fc.assert(
    fc.property(text, text, (one, typed) => {
      const found = pieces(one, wantedOf(typed));
      expect(found.map((piece) => piece.text).join("")).toBe(one);
      const isThere = wantedOf(typed).some((word) => foldWithPlaces(one).text.includes(word));
      expect(found.some(({ isMarked }) => isMarked)).toBe(isThere);
    }),
  );
});

test("folding with places folds alike, and each place lies in the text", () => {
  fc.assert(
    fc.property(anyText, (one) => {
      const { text: folded, from, to } = foldWithPlaces(one);
      expect(folded).toBe(fold(one));
      expect([from.length, to.length]).toEqual([folded.length, folded.length]);
      expect(from.every((place, unit) => place < (to[unit] ?? 0) && (to[unit] ?? 0) <= one.length)).toBe(true);
    }),
  );
});

test.each([
  ["Refik Aydın", "aydin", "Aydın"],
  ["Liref Yıldız", "REF", "ref"],
  ["Íñigo Núñez", "nunez", "Núñez"],
  ["Nu\u0301n\u0303ez", "nunez", "Nu\u0301n\u0303ez"],
  ["İstanbul", "istanbul", "İstanbul"],
  ["Straße 5", "strasse", "Straße"],
  ["Łukasz Øst", "lukasz", "Łukasz"],
  ["ΟΔΟΣ", "οδος", "ΟΔΟΣ"],
  ["订单状态 #51177", "状态", "状态"],
  ["ＡＢＣ", "abc", "ＡＢＣ"],
  ["تَغيير العنوان", "تغيير", "تَغيير"],
  ["Grace O’Brien", "o'brien", "O’Brien"],
  ["Ёлка", "елка", "Ёлка"],
])("“%s” is found by “%s”", (of, typed, found) => expect(marked(of, typed)).toEqual([found]));

test.each([
  ["ガス", "カス"],
  ["कि", "का"],
  ["Refund", "refunds"],
  ["Ana Ruiz", "ana perez"],
])("“%s” is not found by “%s”", (of, typed) => expect(has(fold(of), wantedOf(typed))).toBe(false));

test("every word has to be there, in any order, and each is marked", () => {
  expect(marked("Refund status of Ana", "ana refund")).toEqual(["Refund", "Ana"]);
});

test("what begins with the word comes before what has it within, and the order stays otherwise", () => {
  const names = ["Liref Yıldız", "Late refund", "Refund", "Refik"];
  expect(best(names, String, wantedOf("ref"), 3)).toEqual({ items: ["Refund", "Refik", "Late refund"], all: 4 });
  expect(rank(fold("Late refund"), wantedOf("ref"))).toBe(1);
});
