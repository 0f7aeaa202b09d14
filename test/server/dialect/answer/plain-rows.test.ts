import { expect, test } from "vitest";
import { plainRows } from "../../../../server/dialect/answer/plain-rows.ts";
import { toBuffers } from "./asked.ts";

const fields = ["Id", "Conversation.Name", "Other.Name", "Conversation.Count"];

function plain(rows: readonly object[], asked = fields) {
  return plainRows(toBuffers(rows), { fields: asked, count: "Conversation.Count" }).map((row) =>
    JSON.parse(String(row)),
  );
}

test.each<[what: string, row: object, is: object]>([
  ["by kind", { dimensions: { Id: "a" }, measures: { "Conversation.Count": 3 } }, { Id: "a", "Conversation.Count": 3 }],
  [
    "by cube",
    { Id: "a", Conversation: { Name: "x", Count: 3 }, Other: { Name: "y" } },
    { Id: "a", "Conversation.Name": "x", "Conversation.Count": 3, "Other.Name": "y" },
  ],
  [
    "by kind and by cube",
    { attributes: { Conversation: { Name: "x" } }, Id: "a" },
    { "Conversation.Name": "x", Id: "a" },
  ],
  ["as objects", { Id: { value: "a" }, "Other.Name": { value: null, type: "text" } }, { Id: "a", "Other.Name": null }],
  ["as a time of protobuf", { Id: { seconds: "1762761600", nanos: 5000 } }, { Id: "2025-11-10T08:00:00.000005Z" }],
  [
    "by their places",
    { c1: "a", c2: "x", c3: "y", c4: 3 },
    { Id: "a", "Conversation.Name": "x", "Other.Name": "y", "Conversation.Count": 3 },
  ],
  [
    "with thousands apart",
    { Id: "1,234", "Conversation.Count": "1,234,567" },
    { Id: "1,234", "Conversation.Count": 1234567 },
  ],
])("cells %s are brought into one form", (_, row, is) => {
  expect(plain([row])).toEqual([is]);
});

test.each<[row: object]>([
  [{ Id: "a", "Conversation.Name": null }],
  [{ Id: ["a"], "Other.Name": [{ value: 1 }] }],
  [{ Id: "a", "Other.Name": { voice: true, sms: false } }],
  [{ c1: 1, c3: 2 }],
  [{ "Conversation.Count": "12" }],
])("%j stays as it came, byte for byte", (row) => {
  const rows = toBuffers([row]);
  expect(plainRows(rows, { fields, count: "Conversation.Count" })).toBe(rows);
});

test("numbers keep all their digits", () => {
  const rows = [Buffer.from('{"dimensions":{"Id":12345678901234567890}}')];
  expect(plainRows(rows, { fields: ["Id"], count: undefined }).map(String)).toEqual(['{"Id":12345678901234567890}']);
});
