import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { t } from "../words/words.ts";
import classes from "./SavedViews.module.css";
import { longestName } from "./saved-file.ts";

type SaveFormProps = {
  /** The saved view from which the screen differs. */
  former: string | undefined;
  taken: (name: string) => boolean;
  /** Whether it was kept: if not, the name stays to be saved once more. */
  onSave: (name: string) => boolean;
};

/** Keeps the view on the screen: under a new name, or in place of the one that it came from. */
export function SaveForm({ former, taken, onSave }: SaveFormProps) {
  const [text, setText] = useState("");
  const name = text.trim();
  const wrong = taken(name);
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (name === "" || wrong) return;
    if (onSave(name)) setText("");
  };
  return (
    <form className={classes.save} onSubmit={save}>
      {former !== undefined && (
        <Button size="xs" variant="light" onClick={() => onSave(former)}>
          {t("savedPanel.replace", { name: former })}
        </Button>
      )}
      <div className={classes.line}>
        <TextInput
          className={classes.grow ?? ""}
          size="xs"
          maxLength={longestName}
          aria-label={t("savedPanel.name")}
          placeholder={t("savedPanel.name")}
          error={wrong && t("savedPanel.taken")}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button size="xs" type="submit" aria-disabled={name === "" || wrong} data-disabled={name === "" || wrong}>
          {t("savedPanel.save")}
        </Button>
      </div>
    </form>
  );
}
