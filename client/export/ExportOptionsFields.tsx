import { Checkbox, NativeSelect } from "@mantine/core";
import { type ExportFormat, type ExportOptions, exportOptionsSchema } from "../../contract/export.ts";
import { t } from "../words/words.ts";
import classes from "./ExportDialog.module.css";

export type ExportOptionsFieldsProps = {
  format: ExportFormat;
  options: ExportOptions;
  onOptions: (next: ExportOptions) => void;
};

/** The ways in which a CSV, and in part an XLSX, can be written. The other formats have none. */
export function ExportOptionsFields({ format, options, onOptions }: ExportOptionsFieldsProps) {
  if (format !== "csv" && format !== "xlsx") return null;
  // A select's value is any text; the schema has only those that there are.
  const change = (changes: Record<string, unknown>) => onOptions(exportOptionsSchema.parse({ ...options, ...changes }));
  const separators = [
    { value: ",", label: t("exporting.options.comma") },
    { value: ";", label: t("exporting.options.semicolon") },
    { value: "\t", label: t("exporting.options.tab") },
  ];
  const marks = [
    { value: "; ", label: t("exporting.options.marks.semicolon") },
    { value: ", ", label: t("exporting.options.marks.comma") },
    { value: " | ", label: t("exporting.options.marks.bar") },
    { value: "\n", label: t("exporting.options.marks.line") },
  ];
  return (
    <>
      <div className={classes.pair}>
        {format === "csv" && (
          <NativeSelect
            label={t("exporting.options.separator")}
            data={separators}
            value={options.separator}
            onChange={(event) => change({ separator: event.currentTarget.value })}
          />
        )}
        <NativeSelect
          label={t("exporting.options.arrayMark")}
          data={marks}
          value={options.arrayMark}
          onChange={(event) => change({ arrayMark: event.currentTarget.value })}
        />
      </div>
      {format === "csv" && (
        <>
          <Checkbox
            label={t("exporting.options.safe")}
            description={t("exporting.options.safeHint")}
            checked={options.escapeFormulas}
            onChange={(event) => change({ escapeFormulas: event.currentTarget.checked })}
          />
          <Checkbox
            label={t("exporting.options.bom")}
            description={t("exporting.options.bomHint")}
            checked={options.bom}
            onChange={(event) => change({ bom: event.currentTarget.checked })}
          />
        </>
      )}
    </>
  );
}
