import { Button, Text } from "@mantine/core";
import { useState } from "react";
import { t } from "../words/words.ts";
import classes from "./ExportTray.module.css";
import { showOlder } from "./exports-feed.ts";
import { exportFailureText } from "./failure-words.ts";

/** Asks for the exports that are older than those in the list. */
export function OlderExports() {
  const [isAsking, setAsking] = useState(false);
  const [error, setError] = useState<unknown>();

  async function ask(): Promise<void> {
    if (isAsking) return;
    setAsking(true);
    setError(undefined);
    try {
      await showOlder();
    } catch (refusal) {
      setError(refusal);
    } finally {
      setAsking(false);
    }
  }

  return (
    <div className={classes.older}>
      <Button size="compact-xs" variant="subtle" aria-disabled={isAsking} onClick={() => void ask()}>
        {t("exporting.tray.older")}
      </Button>
      {error !== undefined && (
        <Text size="xs" role="alert">
          {exportFailureText(error)}
        </Text>
      )}
    </div>
  );
}
