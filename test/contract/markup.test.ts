import fc from "fast-check";
import { expect, test } from "vitest";
import { beyondXml, escapedAttribute, escapedText } from "../../contract/markup.ts";

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"' };
const read = (markup: string) => markup.replace(/&(\w+);/g, (_, name: string) => entities[name] ?? "?");

test("what is escaped has no sign of markup, and reads as it was", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(escapedText(text)).not.toMatch(/[<>]|&(?!(amp|lt|gt);)/);
      expect(escapedAttribute(text)).not.toMatch(/[<>"]|&(?!(amp|lt|gt|quot);)/);
      expect([read(escapedText(text)), read(escapedAttribute(text))]).toEqual([text, text]);
    }),
  );
  expect(escapedText('"&"')).toBe('"&amp;"');
});

test("XML cannot hold controls, lone surrogates and the two that are no characters", () => {
  const cannot = new RegExp(`^${beyondXml}$`, "u");
  expect(["\0", "\x1f", "\v", "\ud800", "\udfff", "\ufffe", "\uffff"].filter((one) => !cannot.test(one))).toEqual([]);
  expect(["\t", "\n", "\r", " ", "é", "\ufffd", "😀"].filter((one) => cannot.test(one))).toEqual([]);
});
