import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import { t } from "../words/words.ts";
import classes from "./account.module.css";

/** A button that copies a text. Where the browser does not let a page copy, the text stands there to be copied by hand. */
export function CopyText({ label, text }: { label: string; text: string }) {
  const [state, setState] = useState<"copied" | "refused">();
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      setState("copied");
    } catch {
      // No permission, or a page that was not served over https.
      setState("refused");
    }
  }
  return (
    <div className={classes.copy}>
      <Button size="compact-xs" variant="default" onClick={() => void copy()}>
        {label}
      </Button>
      <span role="status" className={classes.quiet}>
        {state === "copied" && t("account.copied")}
      </span>
      {state === "refused" && (
        <Textarea
          size="xs"
          readOnly
          autoFocus
          rows={6}
          className={classes.byHand ?? ""}
          label={t("account.byHand")}
          value={text}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
    </div>
  );
}
