import { expect, test } from "vitest";
import { optionFields } from "../../../client/export/option-fields.tsx";
import { t } from "../../../client/words/words.ts";
import type { ExportOptions } from "../../../contract/export-options.ts";
import { exportFormats, formats } from "../../../contract/formats.ts";

test("a format without words, and an option without a field, do not compile", () => {
  // @ts-expect-error: the screen has no sentence about it
  const said = () => t("exporting.format.orc");
  // @ts-expect-error: nobody can choose it
  const fields: Record<keyof ExportOptions | "colour", unknown> = optionFields;
  expect([said, fields]).toHaveLength(2);
});

test("every option can be chosen for some format", () => {
  const chosen = new Set(exportFormats.flatMap((format) => formats[format].options));
  expect([...chosen].sort()).toEqual(Object.keys(optionFields).sort());
});
