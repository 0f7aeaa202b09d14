import { VisuallyHidden } from "@mantine/core";
import { languageLabel, valueKey, valueLabel } from "../../format/values.ts";
import { ChannelIcon } from "../../ui/ChannelIcon.tsx";
import classes from "./cells.module.css";

export type ChipsKind = "channel" | "language" | "text";

/** More chips than this are counted, not drawn: the row has one line. */
const most = 2;

function chipText(kind: ChipsKind, member: string): string {
  return kind === "channel" ? valueLabel(member) : member;
}

function chipTitle(kind: ChipsKind, member: string): string {
  if (kind !== "language") return chipText(kind, member);
  const name = languageLabel(member);
  return valueKey(name) === valueKey(member) ? member : `${name} (${member})`;
}

/** The members of an array as small chips; those that do not fit are counted, named in the title and read out. */
export function Chips({ kind, members }: { kind: ChipsKind; members: readonly string[] }) {
  const rest = members.slice(most);
  const restNames = rest.map((member) => chipTitle(kind, member)).join(", ");
  return (
    <span className={classes.chips}>
      {members.slice(0, most).map((member, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: members may repeat and have no identity but their place
        <span key={place} className={classes.chip} title={chipTitle(kind, member)} dir="auto">
          {kind === "channel" ? <ChannelIcon channel={member} /> : null}
          <span className={classes.chipText}>{chipText(kind, member)}</span>
        </span>
      ))}
      {rest.length > 0 ? (
        <span className={classes.more} title={restNames}>
          <span aria-hidden="true">+{rest.length}</span>
          <VisuallyHidden>{restNames}</VisuallyHidden>
        </span>
      ) : null}
    </span>
  );
}
