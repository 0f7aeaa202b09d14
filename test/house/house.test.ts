import { describe, expect, test } from "vitest";
import { arrowLines } from "./rules/arrows.ts";
import { cycleRule } from "./rules/cycles.ts";
import { fileRule } from "./rules/files.ts";
import { literalRule, localeRule } from "./rules/literals.ts";
import { clientRoomRule, keepRule, partRule, standInRule } from "./rules/rooms.ts";
import { pixelRule } from "./rules/styles.ts";
import {
  addressBarRule,
  catalogueNames,
  credentialRule,
  environmentRule,
  fieldNameRule,
  namedAddressRule,
} from "./rules/words.ts";
import { readStyles, readText, readTree } from "./support/tree.ts";

const sources = readTree();
const catalogue = catalogueNames(sources);

describe("the house", () => {
  test.each(["client/main.tsx", "contract/fields.ts", "server/main.ts", "server/stand-in/options.ts"])(
    "has %s to look at",
    (path) => {
      expect(
        sources.some((source) => source.path === path),
        `${path} is missing`,
      ).toBe(true);
    },
  );

  test.each([
    ["client -> contract <- server", partRule],
    ["the client's rooms import downwards", clientRoomRule],
    ["what belongs to one room stays there", keepRule],
    ["the stand-in shares no code with the proxy", standInRule],
    ["the environment has one reader", environmentRule],
    ["the address bar has one reader and writer", addressBarRule],
    ["credentials stay in their room", credentialRule],
    ["no address that others name is asked", namedAddressRule],
    ["every word of the screen stands in the catalogue", literalRule],
    ["numbers, times and lists are written by the reader's locale", localeRule],
    ["files are small, exports are named and have one home", fileRule],
  ])("%s", (_name, rule) => {
    expect(sources.flatMap(rule)).toEqual([]);
  });

  test("lengths follow the letters", () => {
    const styles = readStyles();
    expect(styles.length).toBeGreaterThan(20);
    expect(styles.flatMap(([path, css]) => pixelRule(path, css))).toEqual([]);
  });

  test("the page about the house has the same rooms", () => {
    // One assertion a line: the whole page would be no help.
    const page = readText("docs/architecture.md").split("\n");
    expect(arrowLines().filter((line) => !page.includes(line))).toEqual([]);
  });

  test("nothing imports in circles", () => {
    expect(cycleRule(sources)).toEqual([]);
  });

  test("no field of an account is named outside the stand-in", () => {
    expect(sources.flatMap((source) => fieldNameRule(source, catalogue))).toEqual([]);
  });
});
