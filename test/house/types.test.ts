import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { readText, root } from "./support/tree.ts";

const configSchema = z.object({
  compilerOptions: z.object({ lib: z.array(z.string()).optional(), types: z.array(z.string()).optional() }).optional(),
  include: z.array(z.string()).optional(),
  files: z.array(z.string()).optional(),
  references: z.array(z.object({ path: z.string() })).optional(),
});

const read = (path: string) => configSchema.parse(JSON.parse(readText(path)));

const sides = (read("tsconfig.json").references ?? []).map(({ path }) => path);

/** What code of a side may know of where it runs. */
function knownTo(side: string): string[] {
  const { lib, types } = { ...read("tsconfig.base.json").compilerOptions, ...read(side).compilerOptions };
  return [...(lib ?? []), ...(types ?? [])].filter((one) => one !== "ES2023");
}

test("the client knows no Node, the server no DOM, and what both import neither", () => {
  expect(knownTo("./tsconfig.client.json")).toEqual(["DOM", "DOM.Iterable", "vite/client"]);
  expect(knownTo("./tsconfig.server.json")).toEqual(["node"]);
  expect(knownTo("./tsconfig.contract.json")).toEqual([]);
});

test("every folder of code is checked by one side, and `npm run types` checks them all", () => {
  const included = sides.flatMap((side) => read(side).include ?? []);
  const folders = readdirSync(root, { withFileTypes: true })
    .filter(
      (entry) =>
        entry.isDirectory() &&
        !/^\.|^(node_modules|dist|docs|public|data|test-results|playwright-report|coverage|shots)$/.test(entry.name),
    )
    .map(({ name }) => name);
  expect([...included].sort()).toEqual(["*.ts", ...folders].sort());
  // The top one checks nothing itself: `tsc --noEmit` alone would pass whatever is wrong.
  expect(read("tsconfig.json").files).toEqual([]);
  expect(JSON.parse(readText("package.json"))).toMatchObject({ scripts: { types: "tsc -b" } });
});
