import { TextInput } from "@mantine/core";
import { TimePicker } from "@mantine/dates";
import { useState } from "react";
import { isTwelveHours } from "../../browser/region.ts";
import { exampleOfTypedDate, readTypedDate, typedDate } from "../../format/typed-date.ts";
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

/** The day and the optional time of one end, typed in the reader's own format: the browser's fields know only its own. */
export function DraftEndInput({ label, clearLabel, end, invalid, first, onChange }: DraftEndInputProps) {
  const [typed, setTyped] = useState<string>();
  // What is being typed stays as it is, until the day comes from elsewhere or the field is left.
  const isOwn = typed !== undefined && (readTypedDate(typed) ?? typed) === end.date;
  return (
    <div className={classes.end}>
      <TextInput
        className={classes.date ?? ""}
        size="xs"
        inputMode="numeric"
        autoComplete="off"
        placeholder={exampleOfTypedDate()}
        data-autofocus={first || undefined}
        label={label}
        aria-label={t("rangePanel.day", { end: label })}
        error={invalid}
        value={isOwn ? typed : typedDate(end.date)}
        onChange={({ currentTarget: { value } }) => {
          setTyped(value);
          onChange({ ...end, date: readTypedDate(value) ?? value });
        }}
        onBlur={() => setTyped(undefined)}
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
