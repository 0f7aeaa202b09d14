import fc from "fast-check";
import compile from "icu-minify/compile";
import { _createCache as createCache, _createIntlFormatters as createFormatters } from "use-intl/core";
import formatWritten from "use-intl/format-message";
import { expect, test } from "vitest";
import { en } from "../../../client/words/en.ts";
import { later } from "../../../client/words/en-later.ts";
import { server } from "../../../client/words/es/server.ts";
import { es } from "../../../client/words/es.ts";
import { formatMessage } from "../../../client/words/format-message.ts";
import { compiledCatalogue } from "../../../scripts/compile-words.ts";

type Words = { readonly [key: string]: string | Words };
type Message = ReturnType<typeof compile>;

function messages(words: Words): string[] {
  return Object.values(words).flatMap((value) => (typeof value === "string" ? [value] : messages(value)));
}

/** The built module, as a browser has it. */
async function built(catalogues: Words): Promise<Record<string, Record<string, Message>>> {
  return await import(`data:text/javascript,${encodeURIComponent(compiledCatalogue(catalogues))}`);
}

const cache = createCache();
const formatters = createFormatters(cache);
const options = (locale: string) => ({ cache, formatters, locale });

/** The kinds of what a message is given, by name: written as it is, counted, or one of the words that choose a branch. */
type Kinds = Map<string, "text" | "number" | string[]>;

function kindsOf(nodes: unknown, kinds: Kinds = new Map()): Kinds {
  if (!Array.isArray(nodes)) return kinds;
  for (const node of nodes) {
    if (!Array.isArray(node)) continue;
    const [name, type, branches] = node;
    if (type === 1) kinds.set(name, Object.keys(branches));
    else if (typeof type === "number") kinds.set(name, "number");
    else if (!kinds.has(name)) kinds.set(name, "text");
    if (type === 1 || type === 2 || type === 3) for (const inner of Object.values(branches)) kindsOf(inner, kinds);
  }
  return kinds;
}

const count = fc.oneof(fc.integer({ min: -2, max: 12 }), fc.integer(), fc.double());
const text = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("{a}", "<b>", "#", "'", "’ y", "0"));

function valuesFor(kinds: Kinds): fc.Arbitrary<Record<string, string | number>> {
  return fc.record(
    Object.fromEntries(
      [...kinds].map(([name, kind]) => {
        if (kind === "number") return [name, count];
        if (kind === "text") return [name, fc.oneof(text, count)];
        // The written form stumbles over the names of what every object has; the compiled one is tested for it below.
        const known = fc.constantFrom(
          ...kind,
          ...kind.filter((one) => one !== "other").map((one) => one.toUpperCase()),
        );
        return [name, fc.oneof(known, fc.integer({ min: 0, max: 9 }))];
      }),
    ),
  );
}

const catalogues: [string, string, Words][] = [
  ["English", "en", { ...en, ...later }],
  ["Spanish", "es", es],
  ["Spanish of the server", "es-MX", server],
];

test.each(catalogues)("%s reads the same compiled as written", (_name, locale, words) => {
  const all = messages(words);
  expect(all.length).toBeGreaterThan(100);
  for (const message of all) {
    const parts = compile(message);
    fc.assert(
      fc.property(valuesFor(kindsOf(parts)), (values) => {
        expect(formatMessage("", parts, values, options(locale))).toBe(
          formatWritten("", message, values, options(locale)),
        );
      }),
      { numRuns: 20 },
    );
    if (kindsOf(parts).size === 0)
      expect(formatMessage("", parts, undefined, options(locale))).toBe(
        formatWritten("", message, undefined, options(locale)),
      );
  }
});

test("a built catalogue has its messages compiled, whatever their keys and texts are", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(
        fc.string(),
        text.map((one) => one.replace(/[{}<>'#]/g, " ")),
      ),
      async (room) => {
        const { words } = await built({ words: room });
        expect({ ...words }).toEqual({ ...room });
      },
    ),
    { numRuns: 30 },
  );
  const { words } = await built({ words: { one: "{count, plural, one {# row} other {# rows}} of {all, number}" } });
  expect(formatMessage("", words?.one ?? "", { count: 1, all: 1200 }, options("en"))).toBe("1 row of 1,200");
});

test("a value chooses no branch that the message lacks, also where every object has something of its name", async () => {
  const { words } = await built({ words: { side: "{side, select, agent {The agent} other {{side}}}" } });
  const said = (side: string) => formatMessage("", words?.side ?? "", { side }, options("en"));
  expect(["agent", "constructor", "toString", "__proto__"].map(said)).toEqual([
    "The agent",
    "constructor",
    "toString",
    "__proto__",
  ]);
});

test("a message that lacks a value is not said", () => {
  const parts = compile("{a} and {b, number}");
  expect(() => formatMessage("", parts, { a: "1" }, options("en"))).toThrow("No value was given for b.");
  expect(() => formatMessage("", parts, undefined, options("en"))).toThrow("No value was given for a.");
  expect(() => formatMessage("", compile("{toString}"), {}, options("en"))).toThrow("No value was given for toString.");
});

test.each([
  ["is not of ICU's syntax", "{count, plural, one {# row}"],
  ["has an offset, which the compiled form does not know", "{count, plural, offset:1 one {# row} other {# rows}}"],
])("a message that %s fails the build by its name", (_name, broken) => {
  expect(() => compiledCatalogue({ table: { foot: { rows: broken } } })).toThrow("words.table.foot.rows");
});
