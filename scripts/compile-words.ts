import { fileURLToPath } from "node:url";
import compile from "icu-minify/compile";
import { type Plugin, runnerImport } from "vite";

/** The texts of a catalogue by key, in rooms or alone. */
type Words = { readonly [key: string]: string | Words };

function isWords(value: unknown): value is Words {
  return typeof value === "object" && value !== null;
}

/**
 * A value as the code that makes it again. Its objects have no prototype: a branch of a message is chosen by a value
 * from outside, which may be called "constructor".
 */
function codeOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(codeOf).join()}]`;
  if (!isWords(value)) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, inner]) => `${JSON.stringify(key)}:${codeOf(inner)}`);
  return `{${["__proto__:null", ...entries].join()}}`;
}

function compiled(words: Words, path: string): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(words).map(([key, value]) => {
      if (isWords(value)) return [key, compiled(value, `${path}.${key}`)];
      try {
        return [key, compile(value)];
      } catch (cause) {
        throw new Error(`The message ${path}.${key} cannot be compiled: ${value}`, { cause });
      }
    }),
  );
}

/**
 * A module of catalogues by the names of their exports, as code with each message taken apart already. Throws an error
 * that names the message where one is not of ICU's syntax or has a form that icu-minify does not know.
 */
export function compiledCatalogue(catalogues: Words): string {
  return Object.entries(compiled(catalogues, "words"))
    .map(([name, words]) => `export const ${name} = ${codeOf(words)};\n`)
    .join("");
}

/** What use-intl imports its formatter from, by default export. */
const formatter = "use-intl/format-message";
const ownFormatter = fileURLToPath(new URL("../client/words/format-message.ts", import.meta.url));

/**
 * Takes the messages apart when the page is built instead of in the browser, which then loads no parser of ICU's
 * syntax (9 kB as gzip sends it), and puts client/words/format-message.ts in the place of use-intl's own formatter.
 * Tests and the development server use the messages as they are written.
 */
export const compileWords: Plugin = {
  name: "compile-words",
  apply: "build",
  enforce: "pre",
  resolveId: (id) => (id === formatter ? `\0${formatter}` : undefined),
  async load(id) {
    if (id === `\0${formatter}`) return `export { formatMessage as default } from ${JSON.stringify(ownFormatter)};`;
    if (!/\/client\/words\/(en|es)\/[\w-]+\.ts$/.test(id)) return undefined;
    const { module } = await runnerImport<Words>(id);
    return { code: compiledCatalogue(module), map: { mappings: "" } };
  },
};
