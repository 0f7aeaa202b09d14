import { Button } from "@mantine/core";
import { IconDownload, IconUpload } from "@tabler/icons-react";
import { type ChangeEvent, useRef } from "react";
import { t } from "../words/words.ts";
import classes from "./SavedViews.module.css";
import { readSaved, type SavedViews, writeSaved } from "./saved-file.ts";

/** Hands the saved views to the browser's downloads. */
function download(saved: SavedViews): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([writeSaved(saved)], { type: "application/json" }));
  link.download = "earshot-views.json";
  link.click();
  // The download has its own hold on the data by the next turn.
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

type SavedFilesProps = { saved: SavedViews; onImport: (file: SavedViews | undefined) => void };

/** Saved views as a file: to another browser, or to a colleague. */
export function SavedFiles({ saved, onImport }: SavedFilesProps) {
  const input = useRef<HTMLInputElement>(null);
  const read = async ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const file = currentTarget.files?.[0];
    if (!file) return;
    // A file may be gone by the time that it is read.
    const text = await file.text().catch(() => "");
    // So that the same file can be chosen again.
    if (input.current) input.current.value = "";
    onImport(readSaved(text));
  };
  const none = saved.views.length === 0;
  return (
    <div className={classes.foot}>
      <input
        ref={input}
        className={classes.hidden}
        type="file"
        accept="application/json,.json"
        aria-label={t("savedPanel.importFile")}
        tabIndex={-1}
        onChange={(event) => void read(event)}
      />
      <Button
        size="compact-xs"
        variant="subtle"
        leftSection={<IconUpload size="0.875rem" aria-hidden="true" />}
        onClick={() => input.current?.click()}
      >
        {t("savedPanel.importFile")}
      </Button>
      <Button
        size="compact-xs"
        variant="subtle"
        leftSection={<IconDownload size="0.875rem" aria-hidden="true" />}
        aria-disabled={none}
        data-disabled={none}
        onClick={() => !none && download(saved)}
      >
        {t("savedPanel.exportFile")}
      </Button>
    </div>
  );
}
