import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { roleNames } from "../../contract/roles.ts";
import { parseSource } from "./support/source.ts";
import { readText, root } from "./support/tree.ts";

const configFiles = readdirSync(join(root, "server/config"))
  .filter((file) => file.endsWith(".ts"))
  .map((file) => parseSource(`server/config/${file}`, readText(`server/config/${file}`)));

/** The variables that the configuration's own files write out. */
function namesRead(): string[] {
  const words = configFiles.flatMap((file) => file.words).map(({ text }) => text);
  const names = words.filter((text) => /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/.test(text) && text.length > 3);
  return [...new Set([...names.filter((text) => text !== "ENOENT"), ...roleNames.map(fieldVariable)])];
}

function fieldVariable(role: string): string {
  return `FIELD_${role.toUpperCase()}`;
}

/** The variables whose names are put together from a list, as `TWILIO_${…}_URL`. */
function patternsRead(): RegExp[] {
  const texts = configFiles.map(({ path }) => readText(path)).join("\n");
  return [...texts.matchAll(/`([A-Z]+_)\$\{[^}`]*\}([A-Z_]*)`/g)].map(
    ([, start, end]) => new RegExp(`^${start}[A-Z]+${end}$`),
  );
}

function textOf(path: string): string {
  if (!existsSync(join(root, path))) throw new Error(`${path} is missing`);
  return readText(path);
}

/** Set or commented out: `PORT=4400`, `# PORT=4400`. */
function variablesExplained(): string[] {
  return [...textOf(".env.example").matchAll(/^(?:#\s*)?([A-Z][A-Z0-9_]+)=/gm)].map((match) => match[1] ?? "").sort();
}

test("the configuration is found", () => {
  expect(namesRead()).toEqual(expect.arrayContaining(["HOST", "PORT", "TWILIO_ACCOUNT_SID", "SAMPLE_CONVERSATIONS"]));
});

test(".env.example explains every variable and no other", () => {
  const explained = variablesExplained();
  const names = namesRead();
  const patterns = patternsRead();
  expect(names.filter((name) => !explained.includes(name))).toEqual([]);
  expect(patterns.filter((pattern) => !explained.some((name) => pattern.test(name)))).toEqual([]);
  const computed = (name: string): boolean =>
    patterns.some((pattern) => !pattern.test("FIELD_X") && pattern.test(name));
  expect(explained.filter((name) => !names.includes(name) && !computed(name))).toEqual([]);
});

test("the README's table has every variable", () => {
  const rows = textOf("README.md")
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .join("\n");
  const all = new Set([...namesRead(), ...variablesExplained()]);
  expect([...all].filter((name) => !rows.includes(`\`${name}\``))).toEqual([]);
});

test("the README's two commands are the ones that exist, and CI runs the second", () => {
  const lines = textOf("README.md")
    .split("\n")
    .map((line) => line.trim());
  expect(lines).toContain("npm ci && npm start");
  expect(lines).toContain("npm ci && npm test");
  // The same two steps; what looks at the code without running it shares the first.
  expect(textOf(".ci/run").match(/^npm .*/gm)).toEqual([
    "npm ci || exit 1",
    "npm run check:static || checks=1",
    "npm test || exit 1",
  ]);
});
