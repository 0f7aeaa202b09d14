import { Popover } from "@mantine/core";
import { IconInfoCircle } from "@tabler/icons-react";
import { dropDown } from "../../ui/drop-down.ts";
import { t } from "../../words/words.ts";
import classes from "./Multiples.module.css";

type MultipleNotesProps = {
  title: string;
  /** What is out of the ordinary, which is always in words. */
  loud: readonly string[];
  /** What must be said of the chart itself. */
  own: readonly string[];
  isQuiet: boolean;
};

/** What must be said of a small chart: in its head as far as there is room, and all of it when that is pressed. */
export function MultipleNotes({ title, loud, own, isQuiet }: MultipleNotesProps) {
  const notes = [...loud, ...own];
  if (notes.length === 0) return <span className={classes.fill} />;
  const asSign = isQuiet && loud.length === 0;
  const text = notes.join(" ");
  return (
    <Popover width={300} {...dropDown} position="bottom-end" trapFocus={false}>
      <Popover.Target>
        <button
          type="button"
          className={classes.notes}
          data-quiet={asSign || undefined}
          title={text}
          {...(asSign ? { "aria-label": text } : { "aria-description": t("multiples.notesHint") })}
        >
          {asSign ? <IconInfoCircle size="0.875rem" aria-hidden /> : <span className={classes.note}>{text}</span>}
        </button>
      </Popover.Target>
      <Popover.Dropdown className={classes.allNotes ?? ""} aria-label={t("multiples.notesOf", { title })}>
        {notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
      </Popover.Dropdown>
    </Popover>
  );
}
