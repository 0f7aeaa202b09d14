import { expect, test } from "vitest";
import { type ExportFormat, exportFormats, type FormatFacts, formats } from "../../contract/formats.ts";
import type { FormatWriter } from "../../server/exports/formats/format.ts";
import { writers } from "../../server/exports/formats/formats.ts";

/** The formats of a day on which one more was named, and nothing else was done. */
type OneMore = ExportFormat | "orc";

// The compiler holds these: it complains of a line that it was told to complain of and can accept.
test("a format without one of its parts does not compile", () => {
  // @ts-expect-error: what is known of it is missing
  const facts: Readonly<Record<OneMore, FormatFacts>> = formats;
  // @ts-expect-error: what writes it is missing
  const writing: Readonly<Record<OneMore, FormatWriter>> = writers;
  // @ts-expect-error: a format says how times stand in it, and what can be chosen for it
  const nameless: FormatFacts = { name: "ORC", ending: "orc", mediaType: "application/orc", saysItsEnd: false };
  // @ts-expect-error: what is not the spool itself has a writer
  const unwritten: FormatWriter = { isSpool: false };
  expect([facts, writing, nameless, unwritten]).toHaveLength(4);
});

test("no two formats make files of the same kind", () => {
  const all = exportFormats.map((format) => formats[format]);
  for (const part of ["name", "ending", "mediaType"] as const) {
    expect(new Set(all.map((facts) => facts[part])).size).toBe(exportFormats.length);
  }
});
