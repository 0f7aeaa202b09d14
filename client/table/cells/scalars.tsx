import type { ReactNode } from "react";
import type { DurationUnit } from "../../../contract/durations.ts";
import { serverNow } from "../../browser/server-clock.ts";
import { formatRounded } from "../../format/decimal.ts";
import { durationParts, exactDuration } from "../../format/duration.ts";
import { formatExactTime, formatRowTime } from "../../format/time.ts";
import { byPlace } from "../../ui/by-place.ts";
import { rowTime } from "../../view/asked-zone.ts";
import classes from "./cells.module.css";

/** The characters at an id's end that stay in sight: the ends tell ids apart, their beginnings are often alike. */
const tail = 6;

/** A time in the zone, without this year's number, with the exact one in its title; text that is no time as it is. */
export function time(value: string, isCalendar: boolean, zone: string): ReactNode {
  const ms = rowTime(value, isCalendar, zone);
  if (ms === undefined) return plainText(value);
  return (
    <time className={classes.time} dateTime={new Date(ms).toISOString()} title={formatExactTime(ms, zone)}>
      {formatRowTime(ms, zone, serverNow())}
    </time>
  );
}

/** An id, cut in its middle by CSS alone, so that it is copied and read out whole. */
export function id(value: string): ReactNode {
  return (
    <span className={classes.id} title={value} dir="ltr">
      <span className={classes.idHead}>{value.slice(0, -tail)}</span>
      {value.slice(-tail)}
    </span>
  );
}

/** A number rounded to what it tells, with all of its digits in its title. */
export function decimal(value: string): ReactNode {
  return (
    <span className={classes.number} title={value}>
      {formatRounded(value)}
    </span>
  );
}

/** A duration as people say it, with its exact number in its title; what is no number as it is. */
export function duration(value: string, unit: DurationUnit | undefined): ReactNode {
  const parts = unit && durationParts(value, unit);
  if (unit === undefined || parts === undefined) return decimal(value);
  return (
    <span className={classes.number} title={exactDuration(value, unit)}>
      {byPlace(parts, ({ count, unit: sign }, place) => (
        <>
          {place > 0 ? ` ${count}` : count}
          <span className={classes.unit}> {sign}</span>
        </>
      ))}
    </span>
  );
}

/** @param raw the account's own spelling, where the text is in other words. */
export function plainText(text: string, raw = text): ReactNode {
  return (
    <span className={classes.text} title={raw} dir="auto">
      {text}
    </span>
  );
}
