import type { ReactNode } from "react";
import { formatList } from "../../format/list.ts";
import { languageLabel, valueKey, valueLabel } from "../../format/values.ts";
import { channelIcon } from "../../ui/channel-icon.tsx";
import { t } from "../../words/words.ts";
import classes from "./cells.module.css";
import { heard } from "./heard.tsx";

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
export function chips(kind: ChipsKind, members: readonly string[]): ReactNode {
  const rest = members.slice(most);
  const restNames = rest.length > 0 ? formatList(rest.map((member) => chipTitle(kind, member))) : "";
  return (
    <>
      {members.slice(0, most).map((member, place) => {
        const icon = kind === "channel" ? channelIcon(member) : null;
        return (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: members may repeat and have no identity but their place
            key={place}
            className={icon ? classes.iconChip : classes.chip}
            title={chipTitle(kind, member)}
            dir="auto"
          >
            {icon}
            {chipText(kind, member)}
          </span>
        );
      })}
      {rest.length > 0 ? (
        <span className={classes.more} title={restNames}>
          <span aria-hidden="true">{t("table.moreValues", { count: rest.length })}</span>
          {heard(restNames)}
        </span>
      ) : null}
    </>
  );
}
