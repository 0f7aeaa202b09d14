import { Popover } from "@mantine/core";
import { dropDown } from "../../ui/drop-down.ts";
import { t } from "../../words/words.ts";
import classes from "./Multiples.module.css";

/** What must be said of a small chart: in its head as far as there is room, and all of it when that is pressed. */
export function MultipleNotes({ title, notes }: { title: string; notes: readonly string[] }) {
  if (notes.length === 0) return <span className={classes.fill} />;
  return (
    <Popover width={300} {...dropDown} position="bottom-end" trapFocus={false}>
      <Popover.Target>
        <button type="button" className={classes.notes} aria-description={t("multiples.notesHint")}>
          <span className={classes.note}>{notes.join(" ")}</span>
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
