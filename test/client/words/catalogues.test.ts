import { expect, test } from "vitest";
import { en } from "../../../client/words/en.ts";
import { later } from "../../../client/words/en-later.ts";
import { server } from "../../../client/words/es/server.ts";
import { es } from "../../../client/words/es.ts";
import { sentences } from "../../../contract/messages/sentences.ts";
import { messagesOf } from "../../support/messages.ts";

/** The names of an ICU message's arguments. Their kinds may differ: where Spanish inflects, English need not. */
function argumentsOf(message: string): string[] {
  const found = [...message.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name ?? "");
  // A branch such as `one {# row}` has words in its braces, or a single one: "one {row}".
  const branches = new Set(
    [...message.matchAll(/(?:\b(?:one|other|zero|two|few|many)|=\d+) \{(\w+)\}/g)].map(([, word]) => word),
  );
  return [...new Set(found)].filter((one) => !branches.has(one)).sort();
}

test("Spanish has every message, with the arguments of the English one", () => {
  const spanish = new Map(messagesOf({ ...es, server }));
  const english = messagesOf({ ...en, ...later, server: sentences });
  expect([...spanish.keys()].sort()).toEqual(english.map(([path]) => path).sort());
  const differing = english.filter(
    ([path, text]) => argumentsOf(text).join() !== argumentsOf(spanish.get(path) ?? "").join(),
  );
  expect(differing.map(([path]) => path)).toEqual([]);
});
