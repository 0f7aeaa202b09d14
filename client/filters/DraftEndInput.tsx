import { TextInput } from "@mantine/core";
import { TimePicker } from "@mantine/dates";
import type { DraftEnd } from "./draft-range.ts";
import classes from "./FixedRange.module.css";

type DraftEndInputProps = { label: string; end: DraftEnd; invalid: boolean; onChange: (end: DraftEnd) => void };

/**
 * The day and the optional time of one end, typed. The day is the browser's own field, which speaks the reader's date
 * order and gives plain text without a zone; the time is not, because times are written in 24 hours everywhere here.
 */
export function DraftEndInput({ label, end, invalid, onChange }: DraftEndInputProps) {
  return (
    <div className={classes.end}>
      <TextInput
        className={classes.date ?? ""}
        size="xs"
        type="date"
        label={label}
        aria-label={`${label} day`}
        max="9999-12-31"
        error={invalid}
        value={end.date}
        onChange={(event) => onChange({ ...end, date: event.currentTarget.value })}
      />
      <TimePicker
        className={classes.time ?? ""}
        size="xs"
        aria-label={`${label} time, optional`}
        hoursInputLabel={`${label} hours, optional`}
        minutesInputLabel={`${label} minutes, optional`}
        clearable
        clearButtonProps={{ "aria-label": `Clear ${label.toLowerCase()} time` }}
        error={invalid}
        value={end.time}
        onChange={(time) => onChange({ ...end, time: time.slice(0, 5) })}
      />
    </div>
  );
}
