import { Anchor, UnstyledButton } from "@mantine/core";
import { IconHighlight } from "@tabler/icons-react";
import { useState } from "react";
import { formatTime } from "../format/time.ts";
import { valueKey, valueLabel } from "../format/values.ts";
import { t } from "../words/words.ts";
import type { Line } from "./lines.ts";
import { type NamedResult, type ResultGroup, type Span, spanOf } from "./operator-results.ts";
import { PayloadView } from "./Payload.tsx";
import classes from "./results.module.css";

/** The lines that are marked, and for which result. */
export type Mark = Span & { key: string; operator: string };

export type ResultsProps = {
  groups: readonly ResultGroup[];
  lines: readonly Line[];
  zone: string;
  mark: Mark | undefined;
  onMark: (mark: Mark | undefined) => void;
};

function triggerText(on: string | undefined): string | undefined {
  switch (valueKey(on ?? "")) {
    case "":
      return undefined;
    case "communication":
      return t("detail.trigger.message");
    case "conversation_end":
      return t("detail.trigger.end");
    case "conversation_inactive":
      return t("detail.trigger.inactive");
    default:
      return valueLabel(on ?? "");
  }
}

function coverText({ from, to }: Span, count: number): string {
  if (from === to) return t("detail.covers.one", { from: from + 1 });
  if (from === 0 && to === count - 1) return t("detail.covers.all", { count });
  return t("detail.covers.some", { from: from + 1, to: to + 1 });
}

type OneProps = Omit<ResultsProps, "groups"> & { one: NamedResult };

function One({ one, lines, zone, mark, onMark }: OneProps) {
  const { result, at } = one;
  const span = spanOf(result, lines);
  const isMarked = mark?.key === one.key;
  const trigger = triggerText(result.executionDetails.trigger.on);
  return (
    <div className={classes.one}>
      <PayloadView result={result} />
      <div className={classes.foot}>
        {trigger ? <span>{trigger}</span> : null}
        {at === undefined ? null : <time dateTime={new Date(at).toISOString()}>{formatTime(at, zone)}</time>}
        {span ? (
          <UnstyledButton
            className={classes.cover}
            aria-pressed={isMarked}
            onClick={() => onMark(isMarked ? undefined : { ...span, key: one.key, operator: one.operator })}
          >
            <IconHighlight size="0.8125rem" aria-hidden="true" />
            {coverText(span, lines.length)}
          </UnstyledButton>
        ) : null}
      </div>
    </div>
  );
}

function Group({ group, ...rest }: Omit<ResultsProps, "groups"> & { group: ResultGroup }) {
  const [all, setAll] = useState(false);
  const { operator, newest, older } = group;
  return (
    <li className={classes.card}>
      <h4 className={classes.operator} dir="auto">
        {operator}
      </h4>
      <One one={newest} {...rest} />
      {all ? older.map((one) => <One key={one.key} one={one} {...rest} />) : null}
      {older.length > 0 ? (
        <Anchor
          component="button"
          type="button"
          className={classes.more}
          aria-expanded={all}
          onClick={() => setAll(!all)}
        >
          {all ? t("detail.hideOlder") : t("detail.older", { count: older.length })}
        </Anchor>
      ) : null}
    </li>
  );
}

/** What operators made of the conversation: for each the newest result, and the earlier ones on demand. */
export function Results({ groups, ...rest }: ResultsProps) {
  return (
    <ul className={classes.cards}>
      {groups.map((group) => (
        <Group key={group.key} group={group} {...rest} />
      ))}
    </ul>
  );
}
