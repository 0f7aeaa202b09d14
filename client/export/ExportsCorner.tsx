import { Button, VisuallyHidden } from "@mantine/core";
import { IconStack2 } from "@tabler/icons-react";
import { useRef } from "react";
import { formatCount } from "../format/numbers.ts";
import { useStore } from "../ui/store.ts";
import { t } from "../words/words.ts";
import classes from "./ExportScreen.module.css";
import { ExportTray } from "./ExportTray.tsx";
import { exportsStore } from "./exports-feed.ts";
import { useAnnouncement } from "./use-announcement.ts";
import { useAutoDownload } from "./use-auto-download.ts";

export type ExportsCornerProps = { isOpen: boolean; onOpen: (isOpen: boolean) => void };

/** Follows the exports: a button that counts those that run, the tray it opens, and what is read out of them. */
export function ExportsCorner({ isOpen, onOpen }: ExportsCornerProps) {
  const button = useRef<HTMLButtonElement>(null);
  const exports = useStore(exportsStore);
  const said = useAnnouncement(exports.items, exports.connection === "open");
  useAutoDownload(exports);
  const running = exports.items.filter(({ state }) => state === "running").length;
  const items = exports.items.length;
  const label = running > 0 ? t("exporting.tray.buttonRunning", { count: running }) : t("exporting.tray.button");

  function close(): void {
    onOpen(false);
    button.current?.focus();
  }

  return (
    <>
      <Button
        size="xs"
        variant="default"
        className={classes.trayButton ?? ""}
        ref={button}
        aria-label={label}
        aria-expanded={isOpen}
        onClick={() => onOpen(!isOpen)}
        // The focus stays here when the tray opens.
        onKeyDown={(event) => {
          if (event.key === "Escape" && isOpen) close();
        }}
      >
        <IconStack2 size="0.9375rem" aria-hidden className={classes.trayIcon} />
        <span className={classes.trayWord}>{t("exporting.tray.button")}</span>
        {items > 0 && (
          <span className={classes.count} data-running={running > 0 || undefined} aria-hidden>
            {formatCount(items)}
          </span>
        )}
      </Button>
      {isOpen && <ExportTray exports={exports} onClose={close} />}
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </>
  );
}
