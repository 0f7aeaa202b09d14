import fc from "fast-check";
import { expect, test } from "vitest";
import { mostTyped, readTyped } from "../../../client/find/read-typed.ts";

const base32 = "0123456789abcdefghijklmnopqrstuvwxyz";
const ownId = fc
  .tuple(fc.constantFrom(..."01234567"), fc.array(fc.constantFrom(...base32), { minLength: 25, maxLength: 25 }))
  .map(([first, rest]) => `conv_conversation_${first}${rest.join("")}`);
const uuidId = fc.uuid().map((id) => `conv_conversation_${id}`);
const conversationId = fc.oneof(ownId, uuidId);
const sid = fc
  .tuple(
    fc.constantFrom("CA", "SM", "MM", "CH"),
    fc.array(fc.constantFrom(..."0123456789abcdef"), { minLength: 32, maxLength: 32 }),
  )
  .map(([prefix, rest]) => prefix + rest.join(""));
/** Of any code units, halves of pairs among them. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 })
  .map((units) => String.fromCharCode(...units));
const between = fc.constantFrom(" ", ", ", ",", "\n", "\r\n", "; ", "\t", " | ", "\n\n");
const around = fc.constantFrom("", '"', "'", "“", "(", "[", "<", "`", "•");

test("an id is read, whatever stands around it", () => {
  fc.assert(
    fc.property(
      conversationId,
      around,
      fc.constantFrom("", '"', "'", "”", ")", "]", ">", ".", ","),
      (id, open, close) => {
        expect(readTyped(` ${open}${id}${close}\n`)).toEqual({
          kind: "ids",
          ids: [{ kind: "conversation", id }],
          others: [],
        });
      },
    ),
  );
});

test("a SID is read in any case, and written as Twilio writes it", () => {
  fc.assert(
    fc.property(sid, fc.boolean(), (id, isUpper) => {
      const typed = isUpper ? id.toUpperCase() : id.toLowerCase();
      expect(readTyped(typed)).toEqual({ kind: "ids", ids: [{ kind: "channel", id }], others: [] });
    }),
  );
});

test("several ids are read in their order, each once, however they are parted", () => {
  const several = fc.array(fc.tuple(fc.oneof(conversationId, sid), between), { minLength: 2, maxLength: 30 });
  fc.assert(
    fc.property(several, (all) => {
      const typed = all.map(([id, gap]) => id + gap).join("");
      const read = readTyped(typed);
      expect(read.kind === "ids" && read.ids.map(({ id }) => id)).toEqual([...new Set(all.map(([id]) => id))]);
    }),
  );
});

test("a heading among several ids is told apart; beside one id it is a text", () => {
  fc.assert(
    fc.property(conversationId, conversationId, (one, other) => {
      fc.pre(one !== other);
      expect(readTyped(`Conversation ID\n${one}\n${other}`)).toMatchObject({ others: ["Conversation", "ID"] });
      expect(readTyped(`refund ${one}`).kind).toBe("text");
    }),
  );
});

test("no typed text fails, and none is read beyond the most", () => {
  fc.assert(
    fc.property(anyText, (typed) => {
      const read = readTyped(typed);
      if (read.kind !== "ids") expect(read.text).toBe(typed.trim());
    }),
  );
  const read = readTyped("a ".repeat(mostTyped));
  expect(read.kind === "text" && read.text.length).toBe(mostTyped - 1);
});

test.each([
  "+1 202 555 0100",
  "+12025550100",
  "(202) 555-0100",
  "202.555.0100",
  "tel:+12025550100",
  "whatsapp:+12025550100",
  "030 12 34 56 78",
  "2025550100",
])("%s is a telephone number", (typed) => expect(readTyped(typed).kind).toBe("phone"));

test.each(["ana@example.com", "mailto:ana.b@mail.example.com", "anä@exämple.com"])("%s is an address", (typed) =>
  expect(readTyped(typed).kind).toBe("email"),
);

test.each([
  "Refund #44710",
  "44710",
  "2026-11-03",
  "2026-11-03 14",
  "Ana",
  "李 娜",
  "ref",
  "@ana",
  "a@b",
  "1,612",
  "12:30",
  "",
])("“%s” is a text", (typed) => expect(readTyped(typed).kind).toBe("text"));

test.each(["refund-for-the-late-delivery", "conv_", "Donaudampfschifffahrtsgesellschaft", "CA12"])(
  "“%s” is no id",
  (typed) => expect(readTyped(typed).kind).toBe("text"),
);
