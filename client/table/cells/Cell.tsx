import { cellMembers, valueLabel } from "../../format/values.ts";
import type { ColumnKind } from "../../view/columns.ts";
import { Chips } from "./Chips.tsx";
import classes from "./cells.module.css";
import { Empty } from "./Empty.tsx";
import { Sentiment } from "./Sentiment.tsx";
import { Decimal, Id, PlainText, Time } from "./scalars.tsx";

export type CellProps = { kind: ColumnKind; value: unknown; zone: string };

function One({ kind, value, zone }: { kind: ColumnKind; value: string; zone: string }) {
  if (kind === "time") return <Time value={value} zone={zone} />;
  if (kind === "id") return <Id value={value} />;
  if (kind === "sentiment") return <Sentiment value={value} />;
  if (kind === "number") return <Decimal value={value} />;
  return <PlainText value={kind === "status" ? valueLabel(value) : value} />;
}

/** One cell of the table. What the account sent is untrusted: it is only ever drawn as text. */
export function Cell({ kind, value, zone }: CellProps) {
  const members = cellMembers(value);
  const [only] = members;
  if (only === undefined) return <Empty />;
  if (kind === "channel" || kind === "language") return <Chips kind={kind} members={members} />;
  if (members.length === 1) return <One kind={kind} value={only} zone={zone} />;
  if (kind === "text" || kind === "id") return <Chips kind="text" members={members} />;
  return (
    <span className={classes.several}>
      {members.map((member, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: members may repeat and have no identity but their place
        <One key={place} kind={kind} value={member} zone={zone} />
      ))}
    </span>
  );
}
