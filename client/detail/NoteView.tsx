import { Anchor, UnstyledButton } from "@mantine/core";
import { t } from "../words/words.ts";
import { briefOf } from "./brief.ts";
import classes from "./notes.module.css";
import type { LineNote } from "./notes.ts";
import type { Mark } from "./Results.tsx";

/** What the notes of a transcript do. */
export type NoteActs = {
  mark: Mark | undefined;
  onMark: (mark: Mark | undefined) => void;
  /** Leads to the results, each of them whole. */
  onWhole: () => void;
};

/** What an operator found in some lines, in brief, beside the first of them. */
export function NoteView({ note, mark, onMark, onWhole }: NoteActs & { note: LineNote }) {
  const { one, from, to } = note;
  const { key, operator } = one;
  const brief = briefOf(one);
  const isMarked = mark?.key === key;
  const words = { from: from + 1, to: to + 1 };
  const lines = from === to ? t("detail.notes.line", words) : t("detail.notes.lines", words);
  return (
    <div role="note" aria-label={`${operator}: ${lines}`} className={classes.note} data-pressed={isMarked || undefined}>
      <span className={classes.operator} dir="auto">
        {operator}
      </span>
      <span className={classes.brief} dir="auto">
        {brief.text}
      </span>
      <span className={classes.acts}>
        <UnstyledButton
          className={classes.lines}
          aria-pressed={isMarked}
          onClick={() => onMark(isMarked ? undefined : { from, to, key, operator })}
        >
          {lines}
        </UnstyledButton>
        {brief.isWhole ? null : (
          <Anchor component="button" type="button" className={classes.whole} onClick={onWhole}>
            {t("detail.notes.whole")}
          </Anchor>
        )}
      </span>
    </div>
  );
}
