import { Button, Skeleton } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { Boundary } from "../ui/Boundary.tsx";
import { lazyPart } from "../ui/lazy-part.tsx";
import { useStore } from "../ui/store.ts";
import { t } from "../words/words.ts";
import classes from "./ExportScreen.module.css";
import type { ExportSubject, SubjectWords } from "./subject.ts";
import { trayOpen } from "./tray-open.ts";

// The rows are on the screen before anybody exports them.
const ExportDialog = lazyPart(
  async () => (await import("./ExportDialog.tsx")).ExportDialog,
  () => null,
);
const ExportsCorner = lazyPart(
  async () => (await import("./ExportsCorner.tsx")).ExportsCorner,
  () => <Skeleton w={78} h={30} />,
);

export type ExportScreenProps = {
  /** The view on the screen. */
  subject: ExportSubject;
  words: SubjectWords;
};

/** The button that exports the view, the dialog it opens, and the corner in which all exports are followed. */
export function ExportScreen({ subject, words }: ExportScreenProps) {
  const [isChoosing, setChoosing] = useState(false);
  // Drawn from the first opening on and not before, so that the page does not load the dialog first.
  const [wasChoosing, setWasChoosing] = useState(false);
  const isTrayOpen = useStore(trayOpen);
  const button = useRef<HTMLButtonElement>(null);

  function open(): void {
    setWasChoosing(true);
    setChoosing(true);
  }

  function close(): void {
    setChoosing(false);
    button.current?.focus();
  }

  function followStarted(): void {
    close();
    trayOpen.set(true);
  }

  return (
    <div className={classes.buttons}>
      <Button
        size="xs"
        className={classes.export ?? ""}
        ref={button}
        leftSection={<IconDownload size="0.875rem" aria-hidden />}
        onClick={open}
      >
        {t("shell.exportView")}
      </Button>
      <Boundary of={isTrayOpen}>
        <ExportsCorner isOpen={isTrayOpen} onOpen={trayOpen.set} />
      </Boundary>
      <Boundary of={isChoosing}>
        {wasChoosing && (
          <ExportDialog opened={isChoosing} onClose={close} onStarted={followStarted} subject={subject} words={words} />
        )}
      </Boundary>
    </div>
  );
}
