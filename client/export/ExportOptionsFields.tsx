import { Fragment } from "react";
import { type ExportOptions, exportOptionsSchema } from "../../contract/export-options.ts";
import { type ExportFormat, formats, hasDates } from "../../contract/formats.ts";
import classes from "./ExportDialog.module.css";
import { optionFields } from "./option-fields.tsx";

export type ExportOptionsFieldsProps = {
  format: ExportFormat;
  options: ExportOptions;
  onOptions: (next: ExportOptions) => void;
};

type Name = keyof ExportOptions;

/** The options in lines: two short ones share one. */
function lines(names: readonly Name[]): Name[][] {
  const found: Name[][] = [];
  for (const name of names) {
    const last = found.at(-1);
    const isBeside = last?.length === 1 && [...last, name].every((one) => optionFields[one].short);
    if (last && isBeside) last.push(name);
    else found.push([name]);
  }
  return found;
}

/** The ways in which a file of this format can be written; a format may have none. */
export function ExportOptionsFields({ format, options, onOptions }: ExportOptionsFieldsProps) {
  const change = (changes: Record<string, unknown>) => onOptions(exportOptionsSchema.parse({ ...options, ...changes }));
  // What dates cannot say stands beside them; without them, nothing does.
  const names = formats[format].options.filter((name) => name !== "exactTimes" || hasDates(format, options));
  const draw = (name: Name) => <Fragment key={name}>{optionFields[name].draw({ options, change })}</Fragment>;
  return lines(names).map((line) =>
    line.length === 1 ? (
      line.map(draw)
    ) : (
      <div key={line.join()} className={classes.pair}>
        {line.map(draw)}
      </div>
    ),
  );
}
