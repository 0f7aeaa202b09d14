import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findKeys } from "../../../../server/dialect/answer/keys.ts";

function found(fields: readonly string[], seen: readonly string[], known: Record<string, string> = {}) {
  const { keys, missing } = findKeys(fields, new Set(seen), known);
  return { keys: Object.fromEntries(keys), missing };
}

describe("the key of a field", () => {
  test.each([
    ["ConversationSummary.Channels", "Channels"],
    ["ConversationSummary.Channels", "conversationsummary.channels"],
    ["ConversationSummary.Channels", "conversation_summary.channels"],
    ["ConversationSummary.Channels", "conversationSummary.channels"],
    ["ConversationSummary.Channels", "ConversationSummary__Channels"],
    ["ConversationSummary.Channels", "Summary.Channels"],
    ["ConversationSummary.Channels", "CHANNELS"],
    ["Conversation.CreatedDate.day", "CreatedDate.day"],
    ["Conversation.CreatedDate.day", "created_date_day"],
    ["Conversation.CreatedDate.day", "Conversation.CreatedDateDay"],
    ["Conversation.CreatedDate.day", "Created date (day)"],
    ["Conversation.Größe", "größe"],
    ["channels", "Channels"],
    ["Channels", "Conversation.Channels"],
    ["Id", "conversation_summary.id"],
  ])("%s is found under %s", (field, key) => {
    expect(found([field], [key, "Something.Else"])).toEqual({ keys: { [field]: key }, missing: [] });
  });

  test.each([
    ["Conversation.CreatedDate.day", "CreatedDate"],
    ["Conversation.CreatedDate", "CreatedDate.day"],
    ["Conversation.LastMessageCount", "Count"],
    ["Conversation.Count", "MessageCount"],
    ["Conversation.Count", "Operator.Count"],
  ])("%s is not %s", (field, key) => {
    expect(found([field, "B.Other"], [key, "B.Other"])).toEqual({ keys: {}, missing: [field] });
  });

  test("what was asked for alone and came alone is it", () => {
    expect(found(["A.Count"], ["value"]).keys).toEqual({ "A.Count": "value" });
    expect(found(["A.Count"], ["value", "more"])).toEqual({ keys: {}, missing: ["A.Count"] });
    expect(found(["A.Count", "A.x"], ["value"]).missing).toEqual(["A.Count", "A.x"]);
    expect(found(["A.Count"], []).missing).toEqual(["A.Count"]);
  });

  test("its own name is looked for first, and what was not asked for is ignored", () => {
    const seen = ["CreatedDate.day", "CreatedDate", "createddate.day"];
    expect(found(["CreatedDate.day"], seen)).toEqual({ keys: {}, missing: [] });
  });

  test("of two that fit none is taken", () => {
    expect(found(["A.Count"], ["count", "Count"])).toEqual({ keys: {}, missing: ["A.Count"] });
    expect(found(["A.Count", "B.Count"], ["Count"])).toEqual({ keys: {}, missing: ["A.Count", "B.Count"] });
  });

  test("the whole name tells fields of the same name apart", () => {
    const seen = ["a.count", "b.count"];
    expect(found(["A.Count", "B.Count"], seen).keys).toEqual({ "A.Count": "a.count", "B.Count": "b.count" });
    expect(found(["A.Count", "B.Count"], ["A.Count", "Count"]).keys).toEqual({ "B.Count": "Count" });
  });

  test("a key that was found before holds as long as it is no other field's", () => {
    expect(found(["A.Count"], ["n"], { "A.Count": "n" }).keys).toEqual({ "A.Count": "n" });
    expect(found(["A.Count"], ["Count"], { "A.Count": "n" }).keys).toEqual({ "A.Count": "Count" });
    expect(found(["A.Count", "n"], ["n"], { "A.Count": "n" }).missing).toEqual(["A.Count"]);
    const both = { "A.Count": "Count", "B.Count": "Count" };
    expect(found(["A.Count", "B.Count"], ["Count"], both)).toEqual({ keys: {}, missing: ["A.Count", "B.Count"] });
  });

  test("a name that every object has is a name like others", () => {
    expect(found(["constructor", "__proto__"], ["constructor"])).toEqual({ keys: {}, missing: ["__proto__"] });
  });

  test("no key is ever given to two fields, and none that is another field's name", async () => {
    const name = fc.stringMatching(/^([AaBb][._]?){0,2}[CcDd](\.day)?$/);
    const names = fc.uniqueArray(name, { maxLength: 8 });
    await fc.assert(
      fc.property(names, names, (fields, seen) => {
        const { keys, missing } = findKeys(fields, new Set(seen), {});
        expect(new Set(keys.values()).size).toBe(keys.size);
        for (const [field, key] of keys) {
          expect(fields).not.toContain(key);
          expect(seen).toContain(key);
          expect(seen).not.toContain(field);
        }
        const own = fields.filter((field) => seen.includes(field));
        expect(own.length + keys.size + missing.length).toBe(fields.length);
      }),
    );
  });
});
