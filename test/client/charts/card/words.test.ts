import { beforeAll, expect, it } from "vitest";
import { populationText } from "../../../../client/charts/card/words.ts";
import { loadLaterWords } from "../../../../client/words/words.ts";

beforeAll(loadLaterWords);

it("says which conversations are counted, in whole numbers", () => {
  expect(populationText({ kind: "all", count: 12408 })).toBe("All 12,408 matching conversations");
  expect(populationText({ kind: "all", count: 1 })).toBe("1 matching conversation");
  expect(populationText({ kind: "loaded", count: 600 })).toBe("600 loaded rows only");
  expect(populationText({ kind: "loaded", count: 1 })).toBe("1 loaded row only");
});
