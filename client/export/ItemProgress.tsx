import { Loader, Progress, Text } from "@mantine/core";
import type { ExportStatus } from "../../contract/export-status.ts";
import { t } from "../words/words.ts";
import classes from "./ExportTray.module.css";
import { activityWords, knownTotal, progressWords } from "./status-words.ts";
import { useNow } from "./use-now.ts";

/** How far a running export is, and what it waits for. A bar needs a total: without one there is none. */
export function ItemProgress({ item }: { item: ExportStatus }) {
  const { activity, rows, name, zone } = item;
  const now = useNow(activity !== undefined && "until" in activity && activity.until !== undefined);
  const total = knownTotal(item);
  const percent = total === undefined ? undefined : total === 0 ? 100 : (rows / total) * 100;
  const isWaiting = activity?.kind === "limited" || activity?.kind === "retrying";
  return (
    <div className={classes.progress}>
      {percent === undefined ? (
        <Loader type="dots" size="xs" aria-hidden />
      ) : (
        <Progress.Root size="sm">
          <Progress.Section
            value={percent}
            color={isWaiting ? "yellow" : "accent"}
            aria-label={t("exporting.item.progress", { name })}
          />
        </Progress.Root>
      )}
      <Text size="xs">{progressWords(item)}</Text>
      {activity && (
        <Text size="xs" className={classes.words} {...(isWaiting ? {} : { c: "dimmed" })}>
          {activityWords(activity, now, zone)}
        </Text>
      )}
    </div>
  );
}
