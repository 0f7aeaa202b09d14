import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import type { ExportRequest } from "../../contract/export.ts";
import { t } from "../words/words.ts";
import { ExportNotice } from "./ExportNotice.tsx";
import { useExport } from "./use-export.ts";

export type ExportButtonProps = {
  /** What is exported on a click: the view on the screen at that moment. Undefined while there is none yet. */
  request: ExportRequest | undefined;
};

/** Exports the current view as CSV, tells how far it is, and how many rows the file has. */
export function ExportButton({ request }: ExportButtonProps) {
  const { state, start, cancel, dismiss } = useExport();
  return (
    <>
      <Button
        size="xs"
        leftSection={<IconDownload size={14} aria-hidden />}
        disabled={!request}
        loading={state.status === "running"}
        onClick={() => request && start(request)}
      >
        {t("exporting.button")}
      </Button>
      <ExportNotice
        state={state}
        onCancel={cancel}
        onDismiss={dismiss}
        {...(request ? { onRetry: () => start(request) } : {})}
      />
    </>
  );
}
