import { expect, test } from "vitest";
import { en } from "../../../client/words/en.ts";
import { later } from "../../../client/words/en-later.ts";
import { server } from "../../../client/words/es/server.ts";
import { es } from "../../../client/words/es.ts";
import { sentences } from "../../../contract/messages/sentences.ts";

type Words = { readonly [key: string]: string | Words };

/** Every message of a catalogue by its path. */
function messages(words: Words, path = ""): [string, string][] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === "string"
      ? [[`${path}${key}`, value] satisfies [string, string]]
      : messages(value, `${path}${key}.`),
  );
}

/** The names of an ICU message's arguments. Their kinds may differ: where Spanish inflects, English need not. */
function argumentsOf(message: string): string[] {
  const found = [...message.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name ?? "");
  // A branch such as `one {# row}` has words in its braces, or a single one: "one {row}".
  const branches = new Set(
    [...message.matchAll(/(?:one|other|zero|two|few|many|=\d+) \{(\w+)\}/g)].map(([, word]) => word),
  );
  return [...new Set(found)].filter((one) => !branches.has(one)).sort();
}

test("Spanish has every message, with the arguments of the English one", () => {
  const spanish = new Map(messages({ ...es, server }));
  const english = messages({ ...en, ...later, server: sentences });
  expect([...spanish.keys()].sort()).toEqual(english.map(([path]) => path).sort());
  const differing = english.filter(
    ([path, text]) => argumentsOf(text).join() !== argumentsOf(spanish.get(path) ?? "").join(),
  );
  expect(differing.map(([path]) => path)).toEqual([]);
});
