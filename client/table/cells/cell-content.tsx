import type { ReactNode } from "react";
import { cellMembers, valueLabel } from "../../format/values.ts";
import { byPlace } from "../../ui/by-place.ts";
import type { ColumnKind } from "../../view/columns.ts";
import { t } from "../../words/words.ts";
import { between } from "./between.tsx";
import classes from "./cells.module.css";
import { chips } from "./chips.tsx";
import { empty } from "./empty.tsx";
import { decimal, id, plainText, time } from "./scalars.tsx";
import { sentiment } from "./sentiment.tsx";

export type CellProps = {
  kind: ColumnKind;
  value: unknown;
  zone: string;
  /** The times are days or longer stretches of the calendar. */
  calendar?: true | undefined;
  /** The field is in no row of the list: nothing is known of its values, not even that there are none. */
  notReturned?: boolean | undefined;
};

/** The class of what a cell stands in: it has one line, and says so where that is cut. */
export function lineClass({ kind, value }: Pick<CellProps, "kind" | "value">): string {
  return (kind === "id" && cellMembers(value).length === 1 ? classes.oneText : classes.oneLine) ?? "";
}

function one({ kind, zone, calendar }: CellProps, value: string): ReactNode {
  if (kind === "time") return time(value, calendar === true, zone);
  if (kind === "id") return id(value);
  if (kind === "sentiment") return sentiment(value);
  if (kind === "number") return decimal(value);
  return plainText(kind === "status" ? valueLabel(value) : value);
}

/**
 * What one cell of the table shows. What the account sent is untrusted: it is only ever drawn as text. A function, as
 * are those for each kind, and no component: a scrolled frame draws some seventy of them, and they keep nothing.
 */
export function cellContent(props: CellProps): ReactNode {
  const { kind, value, notReturned } = props;
  const members = cellMembers(value);
  const [only] = members;
  if (only === undefined)
    return notReturned ? (
      <span className={classes.empty} data-nothing>
        {t("table.notReturned")}
      </span>
    ) : (
      empty()
    );
  if (kind === "channel" || kind === "language") return chips(kind, members);
  if (members.length === 1) return one(props, only);
  if (kind === "text" || kind === "id") return chips("text", members);
  return byPlace(members, (member, place) => (
    <>
      {place > 0 ? between() : null}
      {one(props, member)}
    </>
  ));
}
