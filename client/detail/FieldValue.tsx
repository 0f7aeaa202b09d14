import { VisuallyHidden } from "@mantine/core";
import type { ReactNode } from "react";
import type { CellKind } from "../../contract/roles/role.ts";
import { formatDecimal } from "../format/decimal.ts";
import { exactDuration, formatDuration } from "../format/duration.ts";
import { asSentiment, sentimentMarks } from "../format/sentiment.ts";
import { formatTime } from "../format/time.ts";
import { cellMembers, languageLabel, valueKey, valueLabel } from "../format/values.ts";
import { byPlace } from "../ui/by-place.ts";
import { channelIcon } from "../ui/channel-icon.tsx";
import { rowTime } from "../view/asked-zone.ts";
import type { ViewColumn } from "../view/columns.ts";
import classes from "./fields.module.css";

/** A channel by icon and name; where there is little room the name is for those who hear or point at it. */
export function Channel({ channel, isIcon = false }: { channel: string; isIcon?: boolean }) {
  const name = valueLabel(channel);
  return (
    <span className={classes.marked} dir="auto" title={isIcon ? name : undefined}>
      {channelIcon(channel)}
      {isIcon ? <VisuallyHidden>{name}</VisuallyHidden> : name}
    </span>
  );
}

/** A sentiment, or any other label of an operator's, by shape, colour and word. */
export function Label({ label }: { label: string }) {
  const known = asSentiment(label);
  const mark = known ? sentimentMarks[known] : undefined;
  return (
    <span className={classes.marked} dir="auto">
      {mark ? (
        <span aria-hidden="true" className={classes.shape} style={{ color: mark.color }}>
          {mark.shape}
        </span>
      ) : null}
      {valueLabel(label)}
    </span>
  );
}

function languageText(tag: string): string {
  const name = languageLabel(tag);
  return valueKey(name) === valueKey(tag) ? tag : `${name} (${tag})`;
}

type FieldProps = { column: Pick<ViewColumn, "kind" | "calendar" | "unit">; zone: string };

function plain(text: string): ReactNode {
  return (
    <span className={classes.text} dir="auto">
      {text}
    </span>
  );
}

function moment(value: string, { column: { calendar }, zone }: FieldProps): ReactNode {
  const ms = rowTime(value, calendar === true, zone);
  if (ms === undefined) return plain(value);
  const instant = new Date(ms).toISOString();
  return (
    <time dateTime={instant} title={instant}>
      {formatTime(ms, zone)}
    </time>
  );
}

const draws: Record<CellKind, (value: string, props: FieldProps) => ReactNode> = {
  id: (value) => (
    <span className={classes.id} dir="ltr">
      {value}
    </span>
  ),
  time: moment,
  channel: (value) => <Channel channel={value} />,
  language: (value) => plain(languageText(value)),
  sentiment: (value) => <Label label={value} />,
  status: (value) => plain(valueLabel(value)),
  number: (value) => <span>{formatDecimal(value)}</span>,
  duration: (value, { column: { unit } }) => (
    <span title={unit && exactDuration(value, unit)}>
      {(unit && formatDuration(value, unit)) ?? formatDecimal(value)}
    </span>
  ),
  text: plain,
};

/**
 * A cell of the row with all the room it needs: nothing is cut, every member of an array is there, told apart by a comma
 * for those who hear or copy it.
 */
export function FieldValue({ value, ...props }: FieldProps & { value: unknown }) {
  return (
    // What an operator wrote may well be read in another language; a value that is one of a few, or a number, is a name.
    <span className={classes.members} translate={props.column.kind === "text" ? undefined : "no"}>
      {byPlace(cellMembers(value), (member, place) => (
        <>
          {place > 0 ? <VisuallyHidden>{", "}</VisuallyHidden> : null}
          {draws[props.column.kind](member, props)}
        </>
      ))}
    </span>
  );
}
