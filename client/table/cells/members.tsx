import type { ReactNode } from "react";
import { formatList } from "../../format/list.ts";
import { fieldValueLabel } from "../../format/values.ts";
import { channelIcon } from "../../ui/channel-icon.tsx";
import { t } from "../../words/words.ts";
import { between } from "./between.tsx";
import type { CellProps } from "./cell-props.ts";
import classes from "./cells.module.css";
import { heard } from "./heard.tsx";

type ValueOf = Pick<CellProps, "kind" | "role">;

/** What a value is called, with the account's own spelling behind it where it says more. */
function title(of: ValueOf, member: string): string {
  const label = fieldValueLabel(of, member);
  return label.toLowerCase() === member.toLowerCase() ? label : `${label} (${member})`;
}

function one(of: ValueOf, member: string): ReactNode {
  return (
    <span className={classes.text} title={title(of, member)} dir="auto">
      {of.kind === "channel" ? channelIcon(member) : null}
      {fieldValueLabel(of, member)}
    </span>
  );
}

/**
 * The members of an array in words. The row has one line: more than two, or than one where there is little room, are
 * counted, named in the title and read out.
 */
export function members(list: readonly string[], of: ValueOf & Pick<CellProps, "isTight">): ReactNode {
  const shown = of.isTight ? 1 : 2;
  const [first = "", second] = list;
  const rest = list.slice(shown);
  const restNames = rest.length > 0 ? formatList(rest.map((member) => title(of, member))) : "";
  return (
    <>
      {one(of, first)}
      {second === undefined || shown === 1 ? null : (
        <>
          {between()}
          {one(of, second)}
        </>
      )}
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
