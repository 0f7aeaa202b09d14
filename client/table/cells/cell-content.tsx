import type { ReactNode } from "react";
import type { DurationUnit } from "../../../contract/durations.ts";
import type { CellKind } from "../../../contract/roles/role.ts";
import { cellMembers, valueLabel } from "../../format/values.ts";
import { byPlace } from "../../ui/by-place.ts";
import { t } from "../../words/words.ts";
import { between } from "./between.tsx";
import classes from "./cells.module.css";
import { chips } from "./chips.tsx";
import { empty } from "./empty.tsx";
import { decimal, duration, id, plainText, time } from "./scalars.tsx";
import { sentiment } from "./sentiment.tsx";

export type CellProps = {
  kind: CellKind;
  value: unknown;
  zone: string;
  /** The times are days or longer stretches of the calendar. */
  calendar?: true | undefined;
  /** The field is in no row of the list: nothing is known of its values, not even that there are none. */
  notReturned?: boolean | undefined;
  /** The unit of a duration. */
  unit?: DurationUnit | undefined;
};

/** The class of what a cell stands in: it has one line, and says so where that is cut. */
export function lineClass({ kind, value }: Pick<CellProps, "kind" | "value">): string {
  return (kind === "id" && cellMembers(value).length === 1 ? classes.oneText : classes.oneLine) ?? "";
}

type Members = [first: string, ...more: string[]];

function hasMembers(members: string[]): members is Members {
  return members.length > 0;
}

type Draw = (members: Members, props: CellProps) => ReactNode;

/** Draws each of several members as it would be drawn alone. */
function each(one: (value: string, props: CellProps) => ReactNode): Draw {
  return (members, props) =>
    members.length === 1
      ? one(members[0], props)
      : byPlace(members, (member, place) => (
          <>
            {place > 0 ? between() : null}
            {one(member, props)}
          </>
        ));
}

/** Draws one as such, and several as chips. */
function orChips(one: (value: string) => ReactNode): Draw {
  return (members) => (members.length === 1 ? one(members[0]) : chips("text", members));
}

const draws: Record<CellKind, Draw> = {
  id: orChips(id),
  time: each((value, { calendar, zone }) => time(value, calendar === true, zone)),
  channel: (members) => chips("channel", members),
  language: (members) => chips("language", members),
  sentiment: each(sentiment),
  status: each((value) => plainText(valueLabel(value))),
  number: each(decimal),
  duration: each((value, { unit }) => duration(value, unit)),
  text: orChips(plainText),
};

/**
 * What one cell of the table shows. What the account sent is untrusted: it is only ever drawn as text. A function, as
 * are those for each kind, and no component: a scrolled frame draws some seventy of them, and they keep nothing.
 */
export function cellContent(props: CellProps): ReactNode {
  const { kind, value, notReturned } = props;
  const members = cellMembers(value);
  if (!hasMembers(members))
    return notReturned ? (
      <span className={classes.empty} data-nothing>
        {t("table.notReturned")}
      </span>
    ) : (
      empty()
    );
  return draws[kind](members, props);
}
