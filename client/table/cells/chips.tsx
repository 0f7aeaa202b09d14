import type { ReactNode } from "react";
import { formatList } from "../../format/list.ts";
import { languageLabel, valueKey, valueLabel } from "../../format/values.ts";
import { channelIcon } from "../../ui/channel-icon.tsx";
import { t } from "../../words/words.ts";
import { between } from "./between.tsx";
import classes from "./cells.module.css";
import { heard } from "./heard.tsx";

export type ChipsKind = "channel" | "language" | "text";

function chipText(kind: ChipsKind, member: string): string {
  return kind === "channel" ? valueLabel(member) : member;
}

function chipTitle(kind: ChipsKind, member: string): string {
  if (kind !== "language") return chipText(kind, member);
  const name = languageLabel(member);
  return valueKey(name) === valueKey(member) ? member : `${name} (${member})`;
}

function chip(kind: ChipsKind, member: string | undefined): ReactNode {
  if (member === undefined) return null;
  const icon = kind === "channel" ? channelIcon(member) : null;
  return (
    <span className={icon ? classes.iconChip : classes.chip} title={chipTitle(kind, member)} dir="auto">
      {icon}
      {chipText(kind, member)}
    </span>
  );
}

/**
 * The members of an array as small chips. The row has one line: more than two are counted, named in the title and read
 * out.
 */
export function chips(kind: ChipsKind, [first, second, ...rest]: readonly string[]): ReactNode {
  const restNames = rest.length > 0 ? formatList(rest.map((member) => chipTitle(kind, member))) : "";
  return (
    <>
      {chip(kind, first)}
      {second === undefined ? null : between()}
      {chip(kind, second)}
      {rest.length > 0 ? (
        <>
          {between()}
          <span className={classes.more} title={restNames}>
            <span aria-hidden="true">{t("table.moreValues", { count: rest.length })}</span>
            {heard(restNames)}
          </span>
        </>
      ) : null}
    </>
  );
}
