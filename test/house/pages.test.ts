import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readText, root } from "./support/tree.ts";

const at = (path: string) => join(root, path);
const pages = [
  "docs/architecture.md",
  ...readdirSync(at("docs/architecture")).map((name) => `docs/architecture/${name}`),
];

test.each(pages)("%s names no file that is not there", (page) => {
  const named = readText(page).matchAll(/`((?:client|contract|server|test|scripts|bench)\/[\w./-]+)`/g);
  const gone = Array.from(named, ([, path]) => path ?? "").filter((path) => !existsSync(at(path)));
  expect(gone).toEqual([]);
});
