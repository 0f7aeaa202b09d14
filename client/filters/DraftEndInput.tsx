import { TextInput } from "@mantine/core";
import type { DraftEnd } from "./draft-range.ts";
import classes from "./FixedRange.module.css";

type DraftEndInputProps = { label: string; end: DraftEnd; invalid: boolean; onChange: (end: DraftEnd) => void };

/**
 * The day and the optional time of one end, typed. The browser's own fields: they speak the reader's date order, and
 * give and take plain text without a zone.
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
      <TextInput
        size="xs"
        type="time"
        aria-label={`${label} time, optional`}
        error={invalid}
        value={end.time}
        onChange={(event) => onChange({ ...end, time: event.currentTarget.value })}
      />
    </div>
  );
}
