import { formatDecimal } from "../../format/decimal.ts";
import { formatTime, parseTime } from "../../format/time.ts";
import classes from "./cells.module.css";

/** The characters at an id's end that stay in sight: the ends tell ids apart, their beginnings are often alike. */
const tail = 6;

/** A time in the zone, with the exact instant in its title; text that is no time as it is. */
export function Time({ value, zone }: { value: string; zone: string }) {
  const ms = parseTime(value, zone);
  if (ms === undefined) return <PlainText value={value} />;
  const instant = new Date(ms).toISOString();
  return (
    <time className={classes.time} dateTime={instant} title={instant}>
      {formatTime(ms, zone)}
    </time>
  );
}

/** An id, cut in its middle by CSS alone, so that it is copied and read out whole. */
export function Id({ value }: { value: string }) {
  return (
    <span className={classes.id} title={value} dir="ltr">
      <span className={classes.idHead}>{value.slice(0, -tail)}</span>
      <span>{value.slice(-tail)}</span>
    </span>
  );
}

export function Decimal({ value }: { value: string }) {
  return (
    <span className={classes.number} title={value}>
      {formatDecimal(value)}
    </span>
  );
}

export function PlainText({ value }: { value: string }) {
  return (
    <span className={classes.text} title={value} dir="auto">
      {value}
    </span>
  );
}
