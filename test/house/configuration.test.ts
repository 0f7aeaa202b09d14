import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { roleNames } from "../../contract/account.ts";
import { parseSource } from "./support/source.ts";
import { readText, root } from "./support/tree.ts";

/** What the configuration's own files write in capitals: the variables, by whole name or by a template's beginning. */
function variablesRead(): string[] {
  const files = readdirSync(join(root, "server")).filter((file) => /^config[\w-]*\.ts$/.test(file));
  const words = files.flatMap((file) => parseSource(`server/${file}`, readText(`server/${file}`)).words);
  const strings = words.filter(({ kind }) => kind === "string").map(({ text }) => text);
  const members = words.filter(({ kind }) => kind === "name").map(({ text }) => text);
  const whole = [...strings, ...members].filter(
    (text) => /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/.test(text) && text.length > 3,
  );
  const byRole = strings.includes("FIELD_") ? roleNames.map((role) => `FIELD_${role.toUpperCase()}`) : [];
  return [...new Set([...whole.filter((text) => text !== "ENOENT"), ...byRole])].sort();
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
  expect(variablesRead()).toEqual(
    expect.arrayContaining(["HOST", "PORT", "TWILIO_ACCOUNT_SID", "SAMPLE_CONVERSATIONS"]),
  );
});

test(".env.example explains every variable and no other", () => {
  expect([...new Set(variablesExplained())]).toEqual(variablesRead());
});

test("the README's table has every variable", () => {
  const rows = textOf("README.md")
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .join("\n");
  expect(variablesRead().filter((name) => !rows.includes(`\`${name}\``))).toEqual([]);
});

test("the README's two commands are the ones that exist, and CI runs the second", () => {
  const lines = textOf("README.md")
    .split("\n")
    .map((line) => line.trim());
  expect(lines).toContain("npm ci && npm start");
  expect(lines).toContain("npm ci && npm test");
  expect(textOf(".ci/run")).toContain("\nnpm ci && npm test ");
});
