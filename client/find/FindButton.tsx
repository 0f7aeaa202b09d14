import { IconSearch } from "@tabler/icons-react";
import { t } from "../words/words.ts";
import classes from "./find-button.module.css";

const isMac = /^(Mac|iP)/.test(navigator.platform);

/** What opens the find box: it looks like one, and is a button. The keys of the page press it. */
export function FindButton({ onOpen }: { onOpen: () => void }) {
  return (
    <button type="button" className={classes.button} aria-haspopup="dialog" data-find onClick={onOpen}>
      <IconSearch size="1rem" aria-hidden />
      <span className={classes.label}>{t("shell.find.label")}</span>
      <kbd className={classes.keys}>{t(isMac ? "shell.find.mac" : "shell.find.keys")}</kbd>
    </button>
  );
}
