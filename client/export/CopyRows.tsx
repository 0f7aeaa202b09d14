import { Button, Text } from "@mantine/core";
import { IconCopy } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { copyTable } from "../format/copied-table.ts";
import { t } from "../words/words.ts";
import { copiedTable } from "./copy-table.ts";
import classes from "./ExportDialog.module.css";
import type { ExportSubject } from "./subject.ts";

/** Copies the rows that the table holds, and says how many they are: it is not the whole view. */
export function CopyRows({ subject }: { subject: ExportSubject }) {
  const { rows, columns, view } = subject;
  const [outcome, setOutcome] = useState<string>();
  const held = useMemo(() => rows.index.slice(0, rows.index.count), [rows.index]);
  const count = held.length;
  if (count === 0 || rows.isUpdating) return null;

  async function copy(): Promise<void> {
    try {
      await copyTable(copiedTable(held, columns, view.zone));
      setOutcome(t("exporting.copy.done", { count }));
    } catch {
      setOutcome(t("exporting.copy.failed"));
    }
  }

  return (
    <div className={classes.copy}>
      <Button
        size="compact-xs"
        variant="subtle"
        leftSection={<IconCopy size="0.875rem" aria-hidden />}
        onClick={() => void copy()}
      >
        {t("exporting.copy.button", { count })}
      </Button>
      <Text size="xs" c="dimmed" role="status">
        {outcome ?? t("exporting.copy.hint")}
      </Text>
    </div>
  );
}
