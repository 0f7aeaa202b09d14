import { VisuallyHidden } from "@mantine/core";
import { formatDecimal } from "../format/decimal.ts";
import { asSentiment, sentimentMarks } from "../format/sentiment.ts";
import { formatTime } from "../format/time.ts";
import { cellMembers, languageLabel, valueKey, valueLabel } from "../format/values.ts";
import { byPlace } from "../ui/by-place.ts";
import { channelIcon } from "../ui/channel-icon.tsx";
import { rowTime } from "../view/asked-zone.ts";
import type { ViewColumn } from "../view/columns.ts";
import classes from "./fields.module.css";

/** A channel by icon and name. */
export function Channel({ channel }: { channel: string }) {
  return (
    <span className={classes.marked} dir="auto">
      {channelIcon(channel)}
      {valueLabel(channel)}
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

type FieldProps = { column: Pick<ViewColumn, "kind" | "calendar">; zone: string };

function One({ column: { kind, calendar }, value, zone }: FieldProps & { value: string }) {
  if (kind === "channel") return <Channel channel={value} />;
  if (kind === "sentiment") return <Label label={value} />;
  if (kind === "id") {
    return (
      <span className={classes.id} dir="ltr">
        {value}
      </span>
    );
  }
  if (kind === "number") return <span>{formatDecimal(value)}</span>;
  const ms = kind === "time" ? rowTime(value, calendar === true, zone) : undefined;
  if (ms !== undefined) {
    const instant = new Date(ms).toISOString();
    return (
      <time dateTime={instant} title={instant}>
        {formatTime(ms, zone)}
      </time>
    );
  }
  const text = kind === "language" ? languageText(value) : kind === "status" ? valueLabel(value) : value;
  return (
    <span className={classes.text} dir="auto">
      {text}
    </span>
  );
}

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
          <One {...props} value={member} />
        </>
      ))}
    </span>
  );
}
