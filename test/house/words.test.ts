import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { en } from "../../client/words/en.ts";
import { later } from "../../client/words/en-later.ts";
import { server } from "../../client/words/es/server.ts";
import { es } from "../../client/words/es.ts";
import { sentences } from "../../contract/messages/sentences.ts";
import { messagesOf } from "../support/messages.ts";
import { badlySet, neverSaid, readGlossary, spoken } from "./rules/glossary.ts";
import { saidElsewhere } from "./rules/said-elsewhere.ts";
import { unusedTexts } from "./rules/unused-texts.ts";
import { readCode, readText } from "./support/tree.ts";

const glossary = readGlossary(readText("docs/words.md"));
const texts = { en: messagesOf({ ...en, ...later, sentences }), es: messagesOf({ ...es, sentences: server }) };

test("the glossary is there, in both languages", () => {
  expect(texts.en.length).toBeGreaterThan(900);
  expect(texts.es).toHaveLength(texts.en.length);
  expect(glossary.en).toContainEqual({
    word: "ticket",
    mark: "anywhere",
    concept: "one customer interaction",
    instead: "conversation",
  });
  expect(glossary.es).toContainEqual(expect.objectContaining({ word: "caducó", instead: "expiró, expiraron" }));
  expect(glossary.en.filter(({ mark }) => mark !== "anywhere").map(({ word }) => word)).toEqual(["continue", "id"]);
  expect([...glossary.en, ...glossary.es].filter(({ word }) => !/^[\p{L}/' -]+$/u.test(word))).toEqual([]);
});

test("every text of the screen is asked for by its key", () => {
  const code = readCode(["client", "scripts"]).flatMap(([path, text]) =>
    path.startsWith("client/words/") ? [] : [text],
  );
  const keys = messagesOf({ ...en, ...later }).map(([path]) => path);
  expect(unusedTexts([...keys, "charts.nobody"], code.join("\n"))).toEqual(["charts.nobody"]);
});

describe.each(["en", "es"] as const)("what is said in %s", (language) => {
  test("has none of the words that are never said", () => {
    expect(neverSaid(texts[language], glossary[language], saidElsewhere[language])).toEqual([]);
  });

  test("has the quotes, apostrophes and ellipses that docs/words.md asks for", () => {
    expect(badlySet(texts[language], language)).toEqual([]);
  });

  test("needs every word that may stand elsewhere, at every place that is named", () => {
    const needless = saidElsewhere[language].flatMap(([word, keys]) =>
      keys
        .filter((pattern) => {
          const others = saidElsewhere[language].map(
            ([other, all, why]) => [other, other === word ? all.filter((one) => one !== pattern) : all, why] as const,
          );
          return (
            neverSaid(
              texts[language],
              glossary[language].filter((never) => never.word === word),
              others,
            ).length === 0
          );
        })
        .map((pattern) => `${word}: ${pattern}`),
    );
    expect(needless).toEqual([]);
  });
});

describe("a text", () => {
  const wrong = (text: string, language: "en" | "es" = "en") => neverSaid([["a.key", text]], glossary[language], []);

  test.each([
    ["Reload the thread"],
    ["A page token came twice"],
    ["{count, plural, one {# ticket} other {# chats}}"],
    ["{count, plural, one {# chat} other {# TICKETS of a ticket}}"],
    ["{kind, select, a {all} other {{count, plural, one {a bot} other {# agents}}}}"],
    ["Copy id"],
    ["Continue"],
    ["We can’t do that"],
  ])("says a word of the glossary: %s", (text) => {
    expect(wrong(text)).not.toEqual([]);
  });

  test.each([
    ["Copy ID"],
    ["Tickets"],
    ["{thread}"],
    ["{thread, number} rows"],
    ["{thread, select, bot {Voice} other {Chat}}"],
    ["pageToken is missing"],
    ["As in en-US"],
    ["Time zones"],
    ["Try again to continue with the next row."],
  ])("says none: %s", (text) => {
    expect(wrong(text)).toEqual([]);
  });

  test("is held against the words of its own language, with their accents", () => {
    expect(wrong("El intervalo caducó", "es").map((one) => /“(.*?)”/.exec(one)?.[1])).toEqual(["intervalo", "caducó"]);
    expect(wrong("El intervalo caducó")).toEqual([]);
    expect(wrong("Zonas horarias; caducóse", "es")).toEqual([]);
  });

  test("says what stands outside its arguments, whatever these are called", () => {
    const plain = fc.stringMatching(/^[a-z ]{0,20}$/);
    fc.assert(
      fc.property(plain, plain, fc.stringMatching(/^[a-z]{1,8}$/), (before, behind, name) => {
        expect(spoken(`${before}{${name}}${behind}`)).toEqual([`${before}#${behind}`]);
        const choice = `{${name}, select, one {${before}} other {${behind}}}`;
        expect(new Set(spoken(`a ${choice} b`))).toEqual(new Set([`a ${before} b`, `a ${behind} b`]));
      }),
    );
  });

  test.each(["Diga «esto»", "It's here", "Time zone…", "Después de las {clock}."])("is badly set: %s", (text) => {
    expect(badlySet([["a.key", text]], "es")).toHaveLength(1);
  });
});
