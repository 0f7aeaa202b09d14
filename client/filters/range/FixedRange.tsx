import "dayjs/locale/es";
import { Button, Text } from "@mantine/core";
import { DatePicker, type DayOfWeek } from "@mantine/dates";
import { type FormEvent, useState } from "react";
import { firstWeekday } from "../../browser/week-start.ts";
import { readTypedDate } from "../../format/typed-date.ts";
import { useNarrow } from "../../ui/use-narrow.ts";
import type { TimeRange } from "../../view/view.ts";
import { currentLanguage, t } from "../../words/words.ts";
import { DraftEndInput } from "./DraftEndInput.tsx";
import { checkDraft, type DraftRange, draftOf, todayIn } from "./draft-range.ts";
import { exactRange } from "./exact-range.ts";
import classes from "./FixedRange.module.css";

/** Saturdays and Sundays look like every other day: red is for what is wrong. */
const noDays: DayOfWeek[] = [];

/** A day for the calendar; null for what is still being typed. */
function dayOf(date: string): string | null {
  return readTypedDate(date) === date ? date : null;
}

type FixedRangeProps = { range: TimeRange; zone: string; now: number; onApply: (range: TimeRange) => void };

/** Two days, with times where they matter, from the calendar or typed; nothing changes before Apply. */
export function FixedRange({ range, zone, now, onApply }: FixedRangeProps) {
  const [draft, setDraft] = useState<DraftRange>(() => draftOf(range, zone, now));
  const [month, setMonth] = useState(draft.to.date);
  const [touched, setTouched] = useState(false);
  const narrow = useNarrow();
  const today = todayIn(zone, now);
  const checked = checkDraft(draft, zone, now);
  const wrong = touched && !checked.ok;
  // Until something is written, the text tells of the range in use ("– now"), not of the days it would become.
  const told = touched && checked.ok ? checked.range : range;

  const change = (next: DraftRange) => {
    setTouched(true);
    setDraft(next);
  };
  const type = (next: DraftRange, typed: string) => {
    change(next);
    // A year that is still being typed ("0020") is no place to turn the calendar to.
    if (dayOf(typed) !== null && typed >= "1970") setMonth(typed);
  };
  const apply = (event: FormEvent) => {
    event.preventDefault();
    if (checked.ok) onApply(checked.range);
  };

  return (
    <form className={classes.form} noValidate onSubmit={apply} aria-label={t("rangePanel.form")}>
      <DatePicker
        type="range"
        size={narrow ? "sm" : "xs"}
        fullWidth
        firstDayOfWeek={firstWeekday()}
        weekendDays={noDays}
        withCellSpacing={false}
        allowSingleDateInRange
        date={month}
        onDateChange={setMonth}
        value={[dayOf(draft.from.date), dayOf(draft.to.date)]}
        onChange={([from, to]) =>
          change({ from: { ...draft.from, date: from ?? "" }, to: { ...draft.to, date: to ?? "" } })
        }
        getDayProps={(date) => (date === today ? { "aria-current": "date" } : {})}
        classNames={{ day: classes.day ?? "" }}
        locale={currentLanguage()}
        ariaLabels={{ previousMonth: t("rangePanel.previousMonth"), nextMonth: t("rangePanel.nextMonth") }}
      />
      <div className={classes.ends}>
        <DraftEndInput
          label={t("rangePanel.from")}
          clearLabel={t("rangePanel.clearFrom")}
          end={draft.from}
          invalid={wrong}
          onChange={(from) => type({ ...draft, from }, from.date)}
        />
        <DraftEndInput
          label={t("rangePanel.to")}
          clearLabel={t("rangePanel.clearTo")}
          end={draft.to}
          invalid={wrong}
          onChange={(to) => type({ ...draft, to }, to.date)}
        />
      </div>
      <div className={classes.foot}>
        <Text size="xs" className={classes.exact} data-problem={wrong || undefined} role="status">
          {wrong && !checked.ok ? checked.problem : exactRange(told, zone, now)}
        </Text>
        <Button size="xs" type="submit" aria-disabled={!checked.ok} data-disabled={!checked.ok}>
          {t("rangePanel.apply")}
        </Button>
      </div>
    </form>
  );
}
