import { Alert } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { t } from "../words/words.ts";
import classes from "./Notes.module.css";

/** Sentences the person should know before trusting the screen, until they are dismissed, and what can be done about them. New ones show again. */
export function Notes({ notes, action }: { notes: readonly string[]; action?: ReactNode }) {
  const [dismissed, setDismissed] = useState("");
  const key = notes.join("\n");
  if (notes.length === 0 || dismissed === key) return null;
  return (
    <Alert
      color="yellow"
      variant="light"
      role="status"
      className={classes.notes}
      withCloseButton
      closeButtonLabel={t("shell.dismissNotes")}
      onClose={() => setDismissed(key)}
    >
      {notes.map((note) => (
        <div key={note}>{note}</div>
      ))}
      {action}
    </Alert>
  );
}
