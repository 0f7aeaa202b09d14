import { expect, test } from "vitest";
import { exportFailureSchema } from "../../../contract/manifest.ts";
import { sentenceSchema } from "../../../contract/messages/sentence.ts";
import { sentences } from "../../../contract/messages/sentences.ts";
import { problemSchema } from "../../../contract/problem.ts";
import { readTree } from "../../house/support/tree.ts";

test("a plain text, as older manifests have it, is a sentence", () => {
  expect(sentenceSchema.parse("The disk is full.")).toEqual({ text: "The disk is full." });
  expect(exportFailureSchema.parse({ why: "No.", advice: "Wait." })).toEqual({
    why: { text: "No." },
    advice: { text: "Wait." },
  });
});

test("sentences may stand in sentences, and come through JSON as they are", () => {
  const inner = { text: "The disk is full.", key: "failureDiskFull" };
  const sentence = { text: "The disk is full. 2", key: "exportFailed", values: { why: inner, advice: 2 } };
  expect(sentenceSchema.parse(JSON.parse(JSON.stringify(sentence)))).toEqual(sentence);
});

test("keys and values that cannot be read leave the English", () => {
  expect(sentenceSchema.parse({ text: "No.", key: 5, values: { a: null } })).toEqual({ text: "No." });
  const problem = { code: 90500, message: "No.", httpStatusCode: 500, source: "earshot" };
  expect(problemSchema.parse({ ...problem, key: ["a"], values: "b" })).toEqual(problem);
});

test("every sentence is said by the server", () => {
  const server = readTree().filter(({ path }) => path.startsWith("server/") || path === "contract/query.ts");
  const words = new Set(server.flatMap((source) => source.words.map(({ text }) => text)));
  expect(Object.keys(sentences).filter((key) => !words.has(key))).toEqual([]);
});
