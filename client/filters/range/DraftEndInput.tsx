import { TextInput } from "@mantine/core";
import { TimePicker } from "@mantine/dates";
import { isTwelveHours } from "../../browser/region.ts";
import { t } from "../../words/words.ts";
import type { DraftEnd } from "./draft-range.ts";
import classes from "./FixedRange.module.css";

type DraftEndInputProps = {
  label: string;
  clearLabel: string;
  end: DraftEnd;
  invalid: boolean;
  /** Whether a dialog leads here first. */
  first?: boolean;
  onChange: (end: DraftEnd) => void;
};

/**
 * The day and the optional time of one end, typed. The day is the browser's own field, which speaks the reader's date
 * order and gives plain text without a zone; the time is not, because a person may choose the clock.
 */
export function DraftEndInput({ label, clearLabel, end, invalid, first, onChange }: DraftEndInputProps) {
  return (
    <div className={classes.end}>
      <TextInput
        className={classes.date ?? ""}
        size="xs"
        type="date"
        data-autofocus={first || undefined}
        label={label}
        aria-label={t("rangePanel.day", { end: label })}
        max="9999-12-31"
        error={invalid}
        value={end.date}
        onChange={(event) => onChange({ ...end, date: event.currentTarget.value })}
      />
      <TimePicker
        className={classes.time ?? ""}
        size="xs"
        aria-label={t("rangePanel.time", { end: label })}
        hoursInputLabel={t("rangePanel.hours", { end: label })}
        minutesInputLabel={t("rangePanel.minutes", { end: label })}
        format={isTwelveHours() ? "12h" : "24h"}
        amPmLabels={{ am: "AM", pm: "PM" }}
        amPmInputLabel={t("rangePanel.amPm", { end: label })}
        clearable
        clearButtonProps={{ "aria-label": clearLabel }}
        error={invalid}
        value={end.time}
        onChange={(time) => onChange({ ...end, time: time.slice(0, 5) })}
      />
    </div>
  );
}
