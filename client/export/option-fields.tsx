import { Checkbox, NativeSelect } from "@mantine/core";
import type { ReactNode } from "react";
import type { ExportOptions } from "../../contract/export-options.ts";
import { t } from "../words/words.ts";

export type OptionFieldProps = {
  options: ExportOptions;
  /** A select's value is any text; the schema has only those that there are. */
  change: (changes: Record<string, unknown>) => void;
};

/** How one option is chosen. Two that are `short` stand side by side. */
type OptionField = { short: boolean; draw: (props: OptionFieldProps) => ReactNode };

type Choices = { value: string; label: string }[];

function select(name: keyof ExportOptions, words: () => { label: string; data: Choices }): OptionField {
  return {
    short: true,
    draw: ({ options, change }) => (
      <NativeSelect
        {...words()}
        value={String(options[name])}
        onChange={(event) => change({ [name]: event.currentTarget.value })}
      />
    ),
  };
}

function tick(name: keyof ExportOptions, words: () => { label: string; description: string }): OptionField {
  return {
    short: false,
    draw: ({ options, change }) => (
      <Checkbox
        {...words()}
        checked={options[name] === true}
        onChange={(event) => change({ [name]: event.currentTarget.checked })}
      />
    ),
  };
}

/** How each option is chosen. */
export const optionFields: Readonly<Record<keyof ExportOptions, OptionField>> = {
  separator: select("separator", () => ({
    label: t("exporting.options.separator"),
    data: [
      { value: ",", label: t("exporting.options.comma") },
      { value: ";", label: t("exporting.options.semicolon") },
      { value: "\t", label: t("exporting.options.tab") },
    ],
  })),
  decimal: select("decimal", () => ({
    label: t("exporting.options.decimals.label"),
    data: [
      { value: ".", label: t("exporting.options.decimals.point") },
      { value: ",", label: t("exporting.options.decimals.comma") },
    ],
  })),
  times: select("times", () => ({
    label: t("exporting.options.times.label"),
    data: [
      { value: "iso", label: t("exporting.options.times.iso") },
      { value: "spreadsheet", label: t("exporting.options.times.spreadsheet") },
    ],
  })),
  arrayMark: select("arrayMark", () => ({
    label: t("exporting.options.arrayMark"),
    data: [
      { value: "; ", label: t("exporting.options.marks.semicolon") },
      { value: ", ", label: t("exporting.options.marks.comma") },
      { value: " | ", label: t("exporting.options.marks.bar") },
      { value: "\n", label: t("exporting.options.marks.line") },
    ],
  })),
  exactTimes: tick("exactTimes", () => ({
    label: t("exporting.options.exactTimes"),
    description: t("exporting.options.exactTimesHint"),
  })),
  escapeFormulas: tick("escapeFormulas", () => ({
    label: t("exporting.options.safe"),
    description: t("exporting.options.safeHint"),
  })),
  protectText: tick("protectText", () => ({
    label: t("exporting.options.protect"),
    description: t("exporting.options.protectHint"),
  })),
  bom: tick("bom", () => ({
    label: t("exporting.options.bom"),
    description: t("exporting.options.bomHint"),
  })),
};
