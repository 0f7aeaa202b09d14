import { Button } from "@mantine/core";
import type { ExportStatus } from "../../contract/export-status.ts";
import { formats } from "../../contract/formats.ts";
import { useStore } from "../ui/store.ts";
import { t } from "../words/words.ts";
import { DeleteButton } from "./DeleteButton.tsx";
import { DownloadMenu } from "./DownloadMenu.tsx";
import { downloadExport, downloadsStore } from "./downloads.ts";
import classes from "./ExportTray.module.css";
import type { useItemActions } from "./use-item-actions.ts";

export type ItemActionsProps = {
  item: ExportStatus;
  actions: ReturnType<typeof useItemActions>;
  detailed: boolean;
  onDetails: () => void;
  onDelete: () => void;
};

/** The words of the download of what there is: whole, or so far. */
function downloadWords({ state, rows, format }: ExportStatus): string {
  if (state === "complete") return t("exporting.act.download", { format: formats[format].name });
  if (state === "doubtful") return t("exporting.act.downloadDoubtful", { format: formats[format].name });
  return t("exporting.act.downloadPartial", { count: rows });
}

/** What can be done with an export as it stands. */
export function ItemActions({ item, actions, detailed, onDetails, onDelete }: ItemActionsProps) {
  const { id, name, state, rows, format, damage } = item;
  const download = useStore(downloadsStore).get(id);
  const hasRows = !damage && (state === "complete" || (state !== "running" && rows > 0));
  const canResume = state === "stopped" || state === "failed" || state === "doubtful";
  const fetchFile = () => void (download?.status === "preparing" || downloadExport(id, format));
  return (
    <div className={classes.actions}>
      {/* One button for both: when its own click changes the state, the focus stays on it. */}
      {state !== "complete" && (
        <Button
          size="compact-xs"
          variant={canResume ? "filled" : "default"}
          aria-disabled={actions.isBusy}
          onClick={() => void (canResume ? actions.resume() : actions.cancel())}
        >
          {state === "doubtful"
            ? t("exporting.act.checkAgain")
            : canResume
              ? t("exporting.act.resume")
              : t("exporting.act.cancel")}
        </Button>
      )}
      {hasRows && (
        <>
          <Button
            size="compact-xs"
            variant={canResume ? "default" : "filled"}
            aria-disabled={download?.status === "preparing"}
            onClick={fetchFile}
          >
            {download?.status === "preparing"
              ? t("exporting.act.preparing", { format: formats[download.format].name })
              : downloadWords(item)}
          </Button>
          <DownloadMenu item={item} />
        </>
      )}
      <Button size="compact-xs" variant="subtle" aria-expanded={detailed} onClick={onDetails}>
        {t("exporting.act.details")}
      </Button>
      {state !== "running" && <DeleteButton name={name} onDelete={onDelete} />}
    </div>
  );
}
