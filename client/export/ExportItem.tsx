import { Alert, Text } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck, IconHandStop, IconLoader2 } from "@tabler/icons-react";
import { useState } from "react";
import type { ExportStatus } from "../../contract/export-status.ts";
import { formats } from "../../contract/formats.ts";
import { formatTime } from "../format/time.ts";
import { useStore } from "../ui/store.ts";
import { say, t } from "../words/words.ts";
import { downloadsStore } from "./downloads.ts";
import classes from "./ExportTray.module.css";
import { exportFailureText } from "./failure-words.ts";
import { ItemActions } from "./ItemActions.tsx";
import { ItemProgress } from "./ItemProgress.tsx";
import { ManifestFacts } from "./ManifestFacts.tsx";
import { missingWords, stateWords } from "./status-words.ts";
import { useItemActions } from "./use-item-actions.ts";

const icons = {
  running: IconLoader2,
  complete: IconCircleCheck,
  doubtful: IconAlertTriangle,
  stopped: IconHandStop,
  failed: IconAlertTriangle,
} as const;

/** Sentences under the state: what is wrong with its files, why it failed and what to do, or what did not go straight. */
function Sentences({ item }: { item: ExportStatus }) {
  const { failure, notes, selection, damage } = item;
  const missing = selection && missingWords(selection);
  return (
    <>
      {damage && (
        <Text size="xs" className={classes.words}>
          {say(damage)}
        </Text>
      )}
      {failure && (
        <Text size="xs" className={classes.words}>
          {say(failure.why)} {say(failure.advice)}
        </Text>
      )}
      {missing && (
        <Text size="xs" className={classes.words}>
          {missing}
        </Text>
      )}
      {[...new Set(notes.map(say))].map((note) => (
        <Text key={note} size="xs" c="dimmed" className={classes.words}>
          {note}
        </Text>
      ))}
    </>
  );
}

/** One export in the tray. */
export function ExportItem({ item }: { item: ExportStatus }) {
  const [detailed, setDetailed] = useState(false);
  const actions = useItemActions(item);
  const download = useStore(downloadsStore).get(item.id);
  const error = actions.error ?? (download?.status === "failed" ? download.error : undefined);
  const { name, state, format, columns, createdAt, zone } = item;
  const shown = item.damage ? "failed" : state;
  const Icon = icons[shown];
  const made = { format: formats[format].name, columns: columns.length, time: formatTime(Date.parse(createdAt), zone) };
  return (
    <li className={classes.item} data-state={shown}>
      <div className={classes.title}>
        <Icon size="1rem" className={classes.icon} aria-hidden />
        <Text fw={600} size="sm" className={classes.words}>
          {name}
        </Text>
      </div>
      <Text size="xs" c="dimmed">
        {t("exporting.item.made", made)}
        {item.selection ? ` · ${t("exporting.size.selected", { count: item.selection.chosen })}` : ""}
      </Text>
      <Text size="sm" className={classes.state}>
        {stateWords(item)}
      </Text>
      {state === "running" && <ItemProgress item={item} />}
      <Sentences item={item} />
      {error !== undefined && (
        <Alert color="red" variant="light" role="alert" p="xs" mt={4}>
          {exportFailureText(error)}
        </Alert>
      )}
      <ItemActions
        item={item}
        actions={actions}
        detailed={detailed}
        onDetails={() => setDetailed(!detailed)}
        onDelete={() => void actions.remove()}
      />
      {detailed && <ManifestFacts item={item} />}
    </li>
  );
}
