import { Checkbox, NativeSelect } from "@mantine/core";
import { type ExportFormat, type ExportOptions, exportOptionsSchema } from "../../contract/export.ts";
import { t } from "../words/words.ts";
import classes from "./ExportDialog.module.css";

export type ExportOptionsFieldsProps = {
  format: ExportFormat;
  options: ExportOptions;
  onOptions: (next: ExportOptions) => void;
};

type FieldsProps = {
  options: ExportOptions;
  /** A select's value is any text; the schema has only those that there are. */
  change: (changes: Record<string, unknown>) => void;
};

/** Where times are dates, what these cannot say can stand beside them. */
function ExactTimes({ options, change }: FieldsProps) {
  return (
    <Checkbox
      label={t("exporting.options.exactTimes")}
      description={t("exporting.options.exactTimesHint")}
      checked={options.exactTimes}
      onChange={(event) => change({ exactTimes: event.currentTarget.checked })}
    />
  );
}

function ArrayMark({ options, change }: FieldsProps) {
  const marks = [
    { value: "; ", label: t("exporting.options.marks.semicolon") },
    { value: ", ", label: t("exporting.options.marks.comma") },
    { value: " | ", label: t("exporting.options.marks.bar") },
    { value: "\n", label: t("exporting.options.marks.line") },
  ];
  return (
    <NativeSelect
      label={t("exporting.options.arrayMark")}
      data={marks}
      value={options.arrayMark}
      onChange={(event) => change({ arrayMark: event.currentTarget.value })}
    />
  );
}

/** How numbers and times are written, and what stands between them. */
function CsvSelects({ options, change }: FieldsProps) {
  const separators = [
    { value: ",", label: t("exporting.options.comma") },
    { value: ";", label: t("exporting.options.semicolon") },
    { value: "\t", label: t("exporting.options.tab") },
  ];
  const decimals = [
    { value: ".", label: t("exporting.options.decimals.point") },
    { value: ",", label: t("exporting.options.decimals.comma") },
  ];
  const times = [
    { value: "iso", label: t("exporting.options.times.iso") },
    { value: "spreadsheet", label: t("exporting.options.times.spreadsheet") },
  ];
  return (
    <>
      <div className={classes.pair}>
        <NativeSelect
          label={t("exporting.options.separator")}
          data={separators}
          value={options.separator}
          onChange={(event) => change({ separator: event.currentTarget.value })}
        />
        <NativeSelect
          label={t("exporting.options.decimals.label")}
          data={decimals}
          value={options.decimal}
          onChange={(event) => change({ decimal: event.currentTarget.value })}
        />
      </div>
      <div className={classes.pair}>
        <NativeSelect
          label={t("exporting.options.times.label")}
          data={times}
          value={options.times}
          onChange={(event) => change({ times: event.currentTarget.value })}
        />
        <ArrayMark options={options} change={change} />
      </div>
    </>
  );
}

function CsvFields({ options, change }: FieldsProps) {
  return (
    <>
      <CsvSelects options={options} change={change} />
      {options.times === "spreadsheet" && <ExactTimes options={options} change={change} />}
      <Checkbox
        label={t("exporting.options.safe")}
        description={t("exporting.options.safeHint")}
        checked={options.escapeFormulas}
        onChange={(event) => change({ escapeFormulas: event.currentTarget.checked })}
      />
      <Checkbox
        label={t("exporting.options.protect")}
        description={t("exporting.options.protectHint")}
        checked={options.protectText}
        onChange={(event) => change({ protectText: event.currentTarget.checked })}
      />
      <Checkbox
        label={t("exporting.options.bom")}
        description={t("exporting.options.bomHint")}
        checked={options.bom}
        onChange={(event) => change({ bom: event.currentTarget.checked })}
      />
    </>
  );
}

/** The ways in which a CSV, and in part an XLSX, can be written. The other formats have none. */
export function ExportOptionsFields({ format, options, onOptions }: ExportOptionsFieldsProps) {
  const change = (changes: Record<string, unknown>) => onOptions(exportOptionsSchema.parse({ ...options, ...changes }));
  if (format === "csv") return <CsvFields options={options} change={change} />;
  if (format !== "xlsx") return null;
  return (
    <>
      <ArrayMark options={options} change={change} />
      <ExactTimes options={options} change={change} />
    </>
  );
}
