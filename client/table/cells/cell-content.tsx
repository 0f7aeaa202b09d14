import type { ReactNode } from "react";
import type { Row } from "../../../contract/page.ts";
import type { CellKind } from "../../../contract/roles/role.ts";
import { cellMembers, fieldValueLabel } from "../../format/values.ts";
import { byPlace } from "../../ui/by-place.ts";
import type { ViewColumn } from "../../view/columns.ts";
import { t } from "../../words/words.ts";
import { agent } from "./agent.tsx";
import { between } from "./between.tsx";
import type { CellProps } from "./cell-props.ts";
import classes from "./cells.module.css";
import { empty } from "./empty.tsx";
import { members } from "./members.tsx";
import { decimal, duration, id, plainText, time } from "./scalars.tsx";
import { noSentiment, sentiment } from "./sentiment.tsx";

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

/** Draws one as such, and several in words side by side. */
function orMembers(one: (value: string, props: CellProps) => ReactNode): Draw {
  return (several, props) => (several.length === 1 ? one(several[0], props) : members(several, props));
}

const draws: Record<CellKind, Draw> = {
  id: orMembers(id),
  time: each((value, { calendar, zone }) => time(value, calendar === true, zone)),
  channel: members,
  language: members,
  sentiment: each(sentiment),
  status: each((value) => plainText(fieldValueLabel({ kind: "status" }, value), value)),
  number: each(decimal),
  duration: each((value, { unit }) => duration(value, unit)),
  text: orMembers((value, props) =>
    props.role === "agent" ? agent(value, props.kindValue) : plainText(fieldValueLabel(props, value), value),
  ),
};

/** Of a column: all that its cells are drawn by but their values. */
export type CellOf = Pick<ViewColumn, "field" | "kind" | "role" | "calendar" | "notReturned" | "unit" | "kindField">;

/** What a cell of a row is drawn from. */
export function cellProps(column: CellOf, row: Row, zone: string, isTight?: boolean): CellProps {
  const { field, kind, role, calendar, notReturned, unit, kindField } = column;
  const kindValue = kindField === undefined ? undefined : row[kindField];
  return { kind, role, value: row[field], kindValue, zone, calendar, notReturned, unit, isTight };
}

/**
 * What one cell of the table shows. What the account sent is untrusted: it is only ever drawn as text. A function, as
 * are those for each kind, and no component: a scrolled frame draws some seventy of them, and they keep nothing.
 */
export function cellContent(props: CellProps): ReactNode {
  const { kind, value, notReturned } = props;
  const several = cellMembers(value);
  if (hasMembers(several)) return draws[kind](several, props);
  if (!notReturned) return kind === "sentiment" ? noSentiment() : empty();
  return (
    <span className={classes.empty} data-nothing>
      {t("table.notReturned")}
    </span>
  );
}
