import { Alert, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { DamagedExport } from "../../contract/export-status.ts";
import { say, t } from "../words/words.ts";
import { DeleteButton } from "./DeleteButton.tsx";
import classes from "./ExportTray.module.css";
import { exportFailureText } from "./failure-words.ts";
import { useItemActions } from "./use-item-actions.ts";

/** An export in the tray of which nothing can be told, except how to be rid of it. */
export function DamagedItem({ item }: { item: DamagedExport }) {
  const actions = useItemActions({ id: item.id, state: "failed" });
  const name = t("exporting.tray.damaged");
  return (
    <li className={classes.item} data-state="failed">
      <div className={classes.title}>
        <IconAlertTriangle size="1rem" className={classes.icon} aria-hidden />
        <Text fw={600} size="sm" className={classes.words}>
          {name}
        </Text>
      </div>
      <Text size="xs" className={classes.words}>
        {say(item.why)}
      </Text>
      {actions.error !== undefined && (
        <Alert color="red" variant="light" role="alert" p="xs" mt={4}>
          {exportFailureText(actions.error)}
        </Alert>
      )}
      <div className={classes.actions}>
        <DeleteButton name={name} onDelete={() => void actions.remove()} />
      </div>
    </li>
  );
}
