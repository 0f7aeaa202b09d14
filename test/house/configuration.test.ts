import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fieldVariable } from "../../contract/account.ts";
import { roleNames } from "../../contract/roles.ts";
import { knownVariables, variables } from "../../server/config/variables.ts";
import { readText, root } from "./support/tree.ts";

function textOf(path: string): string {
  if (!existsSync(join(root, path))) throw new Error(`${path} is missing`);
  return readText(path);
}

/** Set or commented out: `PORT=4400`, `#PORT=4400`. A variable may have several. */
const examples = [...textOf(".env.example").matchAll(/^(?:#\s*)?([A-Z][A-Z0-9_]+)=(.*)$/gm)].map(
  ([, name = "", value = ""]) => ({ name, value }),
);

const ofRoles = roleNames.map(fieldVariable);

/** The README's table as the schema says it. The roles share a line: each is found, and has the same to be said of it. */
function tableLines(): string[] {
  const line = (names: readonly string[], usual: string | undefined, about: string) =>
    `| ${names.map((name) => `\`${name}\``).join(", ")} | ${usual ?? ""} | ${about} |`.replaceAll("|  |", "| |");
  const alone = [...knownVariables].filter(([name]) => !ofRoles.includes(name));
  const [role = ""] = ofRoles;
  return [
    ...alone.map(([name, { usual, about }]) => line([name], usual && `\`${usual}\``, about)),
    line(ofRoles, "found", knownVariables.get(role)?.about ?? ""),
  ];
}

const withoutLinks = (markdown: string) => markdown.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1");

test("every variable of the schema has something told of it", () => {
  expect([...knownVariables.keys()]).toEqual([...Object.keys(variables.shape), ...ofRoles]);
});

test(".env.example explains every variable and no other, with what holds or what could", () => {
  const explained = new Set(examples.map(({ name }) => name));
  expect([...explained].sort()).toEqual([...knownVariables.keys()].sort());
  const wrong = [...knownVariables].filter(([name, { usual, example }]) => {
    const values = examples.filter((one) => one.name === name).map(({ value }) => value);
    const shown = usual ?? example;
    return shown !== undefined && !values.includes(shown);
  });
  expect(wrong).toEqual([]);
});

test("the README's table is what the schema tells, line by line", () => {
  const lines = textOf("README.md").split("\n");
  const table = lines.filter((line) => /^\| `[A-Z]+_?[A-Z_]*`/.test(line)).map(withoutLinks);
  expect(table).toEqual(tableLines());
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
