import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { orderLines } from "../../../client/detail/lines.ts";
import { groupResults, spanOf } from "../../../client/detail/operator-results.ts";
import { reasonOf } from "../../../client/detail/part-state.ts";
import { payloadOf } from "../../../client/detail/payload.ts";
import { fieldsOf } from "../../../client/detail/RowFields.tsx";
import { speakerOf } from "../../../client/detail/speakers.ts";
import { stretches } from "../../../client/detail/unsure.ts";
import { loadLaterWords } from "../../../client/words/words.ts";
import { operatorResultSchema, participantSchema } from "../../../contract/detail.ts";
import { communication } from "./line-samples.ts";

beforeAll(loadLaterWords);

describe("words that were hardly understood", () => {
  const words = (...list: [string, number?][]) => list.map(([text, confidence]) => ({ text, confidence }));
  const marked = (text: string, list: ReturnType<typeof words>, confidence?: number) =>
    stretches({ text, words: list, confidence }).map((one) =>
      one.confidence === undefined ? one.text : `[${one.text}]`,
    );

  test("are marked one by one, found in the text with its punctuation", () => {
    expect(marked("the cat, the hat.", words(["the", 0.9], ["cat", 0.2], ["the", 0.3], ["hat", 0.7]))).toEqual([
      "the ",
      "[cat]",
      ", ",
      "[the]",
      " hat.",
    ]);
    expect(marked("Hi", words(["Hi", 0.1]))).toEqual(["[Hi]"]);
    expect(marked("Hi there", words(["Ho", 0.1], ["there", 0.1]))).toEqual(["Hi ", "[there]"]);
  });

  test("are the whole line where only the line has a confidence", () => {
    expect(marked("all of it", [], 0.4)).toEqual(["[all of it]"]);
    expect(marked("all of it", words(["all"]), 0.4)).toEqual(["[all of it]"]);
    expect(marked("all of it", [], 0.6)).toEqual(["all of it"]);
    expect(marked("all of it", words(["all", 0.9]), 0.4)).toEqual(["all of it"]);
  });

  test("never change the text", () => {
    const word = fc.record({
      text: fc.option(fc.string({ maxLength: 3 }), { nil: undefined }),
      confidence: fc.option(fc.double({ min: 0, max: 1 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.string(), fc.array(word), fc.option(fc.double(), { nil: undefined }), (text, list, confidence) => {
        expect(
          stretches({ text, words: list, confidence })
            .map((one) => one.text)
            .join(""),
        ).toBe(text);
      }),
    );
  });
});

describe("an operator's result", () => {
  test.each<[unknown, object]>([
    [undefined, { kind: "none" }],
    [null, { kind: "none" }],
    [{ label: "POSITIVE" }, { kind: "label", label: "POSITIVE" }],
    [{ text: "Short." }, { kind: "text", text: "Short." }],
    ["bare", { kind: "text", text: "bare" }],
    [{ entities: [{ text: "a", label: "b" }] }, { kind: "entities", entities: [{ text: "a", label: "b" }] }],
    [
      { text: "Short.", score: 4 },
      {
        kind: "fields",
        fields: [
          ["text", "Short."],
          ["score", 4],
        ],
      },
    ],
    [{ entities: [{ text: "a" }] }, { kind: "json" }],
    [[1], { kind: "json", json: "[\n  1\n]", lines: 3 }],
    [{}, { kind: "json", json: "{}", lines: 1 }],
    [7, { kind: "json", json: "7" }],
    [{ refusal: "No." }, { kind: "refusal", text: "No." }],
    [Object.fromEntries(Array.from({ length: 9 }, (_, i) => [i, i])), { kind: "json" }],
  ])("%j is read as %j", (result, payload) => {
    expect(payloadOf({ result, refusal: undefined })).toMatchObject(payload);
  });

  test("that was refused is a refusal, whatever else there is", () => {
    expect(payloadOf({ result: { text: "x" }, refusal: "No." })).toEqual({ kind: "refusal", text: "No." });
    expect(payloadOf({ result: { text: "x" }, refusal: null })).toEqual({ kind: "text", text: "x" });
  });

  test("loses nothing of its JSON", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (result) => {
        const payload = payloadOf({ result: { deep: [result] }, refusal: undefined });
        expect(payload.kind === "json" && JSON.parse(payload.json)).toEqual(
          JSON.parse(JSON.stringify({ deep: [result] })),
        );
      }),
    );
  });

  const operatorResult = (more: object) => operatorResultSchema.parse(more);
  const at = (timestamp: string, id: string, label: string) =>
    operatorResult({ id: label, operator: { id }, result: { label }, executionDetails: { trigger: { timestamp } } });

  test("is grouped with the operator's others, the newest first, under its name", () => {
    const groups = groupResults(
      [
        operatorResult({ operator: { id: "sum" }, result: { text: "Long" } }),
        at("2026-11-03T12:00:00Z", "sent", "old"),
        at("2026-11-03T12:00:09Z", "sent", "new"),
        operatorResult({ result: { a: [] } }),
        operatorResult({ operator: { id: "constructor" }, result: { label: "x" } }),
      ],
      { sent: "Sentiment", sum: "Summary" },
      "Unnamed",
    );
    expect(groups.map(({ operator }) => operator)).toEqual(["constructor", "Sentiment", "Summary", "Unnamed"]);
    expect(groups[1]?.newest.result.id).toBe("new");
    expect(groups[1]?.older.map((one) => one.result.id)).toEqual(["old"]);
  });

  test("covers the lines between its first and its last in time order", () => {
    const lines = orderLines(["a", "b", "c"].map((id) => communication({ id })));
    const span = (first?: string, last?: string) =>
      spanOf(operatorResult({ executionDetails: { communications: { first, last } } }), lines);
    expect(span("a", "c")).toEqual({ from: 0, to: 2 });
    expect(span("c", "b")).toEqual({ from: 1, to: 2 });
    expect(span("b")).toEqual({ from: 1, to: 1 });
    expect(span("x", "b")).toEqual({ from: 1, to: 1 });
    expect(span("x", "y")).toBeUndefined();
    expect(span()).toBeUndefined();
  });
});

describe("a speaker", () => {
  const people = [
    { id: "1", name: "Dana", type: "CUSTOMER", addresses: [{ channel: "SMS", address: "+1" }] },
    { id: "2", name: null, type: "human_agent" },
    { id: "3", type: "ROBOT_DOG" },
    { id: "4", type: "UNKNOWN", addresses: [{ address: "+4" }] },
  ].map((one) => participantSchema.parse(one));
  const of = (participantId?: string, address?: string) => {
    const { name, role, kind } = speakerOf({ participantId, address, channel: undefined }, people);
    return [name, role, kind];
  };

  test("is named by id, else by address, else by its type, address or as unknown", () => {
    expect(of("1")).toEqual(["Dana", "Customer", "customer"]);
    expect(of(undefined, "+1")).toEqual(["Dana", "Customer", "customer"]);
    expect(of("2", "+9")).toEqual(["Agent", undefined, "agent"]);
    expect(of("3")).toEqual(["Robot dog", undefined, "unknown"]);
    expect(of("4", "+4")).toEqual(["+4", undefined, "unknown"]);
    expect(of("gone", "+9")).toEqual(["+9", undefined, "unknown"]);
    expect(of()).toEqual(["Unknown speaker", undefined, "unknown"]);
  });
});

describe("the fields of a row", () => {
  test("are all of them: the account's columns in their order, then the others", () => {
    const columns = (["b", "a", "c"] as const).map((field) => ({
      field,
      label: field,
      kind: "text" as const,
      sortable: true,
    }));
    const row = { a: 1, "X.LeadScore": 2, b: null };
    expect(fieldsOf(row, columns).map(({ label }) => label)).toEqual(["b", "a", "Lead score"]);
  });
});

describe("the reason of a failure", () => {
  const why = (httpStatusCode: number, fresh = false, source: "twilio" | "earshot" = "twilio") =>
    reasonOf({ code: 1, message: "Said so.", httpStatusCode, source, retryAfter: 9 }, "Product", fresh);

  test.each<[number, RegExp]>([
    [401, /rejected the credentials/],
    [403, /isn’t allowed to read it. Product may not be enabled/],
    [404, /may have been deleted, or this account doesn’t use Product/],
    [429, /Wait 9 seconds/],
    [504, /didn’t respond in time/],
    [500, /couldn’t respond. It said: “Said so.”/],
    [400, /^Twilio said: “Said so.”$/],
  ])("of status %i is told", (status, words) => {
    expect(why(status)).toMatch(words);
  });

  test("for what is new is that it may come yet", () => {
    expect(why(404, true)).toMatch(/about 15 minutes behind/);
    expect(why(502, true, "earshot")).toBe("Said so.");
  });
});
