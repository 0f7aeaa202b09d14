import { ActionIcon, Button, Indicator, Tooltip, VisuallyHidden } from "@mantine/core";
import { IconDownload, IconStack2 } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { Boundary } from "../ui/Boundary.tsx";
import { lazyPart } from "../ui/lazy-part.tsx";
import { t } from "../words/words.ts";
import classes from "./ExportTray.module.css";
import { exportsStore } from "./exports-feed.ts";
import { useStore } from "./store.ts";
import type { ExportSubject, SubjectWords } from "./subject.ts";
import { useAnnouncement } from "./use-announcement.ts";
import { useAutoDownload } from "./use-auto-download.ts";

const ExportTray = lazyPart(
  async () => (await import("./ExportTray.tsx")).ExportTray,
  () => null,
);
// Drawn closed, too, so it is there soon after the first paint.
const ExportDialog = lazyPart(
  async () => (await import("./ExportDialog.tsx")).ExportDialog,
  () => null,
);

export type ExportScreenProps = {
  /** The view on the screen. */
  subject: ExportSubject;
  words: SubjectWords;
};

/** The export's two buttons, the dialog that starts one, and the tray that shows all of them. */
export function ExportScreen({ subject, words }: ExportScreenProps) {
  const [isChoosing, setChoosing] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const trayButton = useRef<HTMLButtonElement>(null);
  const exports = useStore(exportsStore);
  const said = useAnnouncement(exports.items, exports.connection === "open");
  useAutoDownload(exports);
  const running = exports.items.filter(({ state }) => state === "running").length;
  const trayLabel = running > 0 ? t("exporting.tray.buttonRunning", { count: running }) : t("exporting.tray.button");

  function closeTray(): void {
    setOpen(false);
    trayButton.current?.focus();
  }

  return (
    <div className={classes.buttons}>
      <Button size="xs" leftSection={<IconDownload size={14} aria-hidden />} onClick={() => setChoosing(true)}>
        {t("exporting.button")}
      </Button>
      <Tooltip label={trayLabel}>
        <Indicator label={running} size={16} offset={4} disabled={running === 0} zIndex={1}>
          <ActionIcon
            size={30}
            variant="default"
            ref={trayButton}
            aria-label={trayLabel}
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            <IconStack2 size={15} aria-hidden />
          </ActionIcon>
        </Indicator>
      </Tooltip>
      {isOpen && (
        <Boundary>
          <ExportTray exports={exports} onClose={closeTray} />
        </Boundary>
      )}
      <Boundary>
        <ExportDialog
          opened={isChoosing}
          onClose={() => setChoosing(false)}
          onStarted={() => {
            setChoosing(false);
            setOpen(true);
          }}
          subject={subject}
          words={words}
        />
      </Boundary>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </div>
  );
}
