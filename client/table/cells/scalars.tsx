import type { ReactNode } from "react";
import type { DurationUnit } from "../../../contract/durations.ts";
import { formatDecimal } from "../../format/decimal.ts";
import { exactDuration, formatDuration } from "../../format/duration.ts";
import { formatTime } from "../../format/time.ts";
import { rowTime } from "../../view/asked-zone.ts";
import classes from "./cells.module.css";

/** The characters at an id's end that stay in sight: the ends tell ids apart, their beginnings are often alike. */
const tail = 6;

/** A time in the zone, with the exact instant in its title; text that is no time as it is. */
export function time(value: string, isCalendar: boolean, zone: string): ReactNode {
  const ms = rowTime(value, isCalendar, zone);
  if (ms === undefined) return plainText(value);
  const instant = new Date(ms).toISOString();
  return (
    <time className={classes.time} dateTime={instant} title={instant}>
      {formatTime(ms, zone)}
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

export function decimal(value: string): ReactNode {
  return (
    <span className={classes.number} title={value}>
      {formatDecimal(value)}
    </span>
  );
}

/** A duration as people say it, with its exact number in its title; what is no number as it is. */
export function duration(value: string, unit: DurationUnit | undefined): ReactNode {
  const said = unit && formatDuration(value, unit);
  if (unit === undefined || said === undefined) return decimal(value);
  return (
    <span className={classes.number} title={exactDuration(value, unit)}>
      {said}
    </span>
  );
}

export function plainText(value: string): ReactNode {
  return (
    <span className={classes.text} title={value} dir="auto">
      {value}
    </span>
  );
}
