import { expect, test } from "vitest";
import { oldNameRule } from "./rules/old-names.ts";
import { readCode } from "./support/tree.ts";

test("no file and no export has an old name", () => {
  const code = readCode(["client", "contract", "server"]);
  expect(code.length).toBeGreaterThan(300);
  expect(oldNameRule(code)).toEqual([]);
});

test("an old name is refused as a file and as an export, and so are files that differ in case alone", () => {
  expect(oldNameRule([["client/ui/letters.ts", "export const size = 1;"]])).toHaveLength(1);
  expect(oldNameRule([["client/ui/size.ts", "export function useLetters() {}\nconst lettersNow = 1;"]])).toHaveLength(
    1,
  );
  expect(oldNameRule([["client/ui/size.ts", "export type Stand = 1;"]])[0]).toContain("ScrollPosition");
  const alike = ["client/a/FacetPanel.tsx", "client/a/facet-panel-lazy.tsx", "client/a/facetPanel.tsx"];
  expect(oldNameRule(alike.map((path) => [path, ""] as const))).toHaveLength(1);
});
