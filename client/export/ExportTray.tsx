import { Alert, CloseButton, Loader, Text, Title } from "@mantine/core";
import { type KeyboardEvent, useId } from "react";
import { t } from "../words/words.ts";
import { DamagedItem } from "./DamagedItem.tsx";
import { ExportItem } from "./ExportItem.tsx";
import classes from "./ExportTray.module.css";
import type { ExportsState } from "./exports-feed.ts";
import { OlderExports } from "./OlderExports.tsx";

function Content({ exports }: { exports: ExportsState }) {
  const { items, damaged, next, connection } = exports;
  if (items.length > 0 || damaged.length > 0) {
    return (
      <div className={classes.list}>
        <ul className={classes.items} aria-label={t("exporting.tray.list")}>
          {items.map((item) => (
            <ExportItem key={item.id} item={item} />
          ))}
          {damaged.map((item) => (
            <DamagedItem key={item.id} item={item} />
          ))}
        </ul>
        {next !== undefined && <OlderExports />}
      </div>
    );
  }
  if (connection === "opening")
    return <Loader size="sm" m="md" role="progressbar" aria-label={t("exporting.tray.opening")} />;
  if (connection === "lost") return null;
  return (
    <div className={classes.none}>
      <Text size="sm" fw={600}>
        {t("exporting.tray.none")}
      </Text>
      <Text size="xs" c="dimmed">
        {t("exporting.tray.noneHint")}
      </Text>
    </div>
  );
}

/** All exports of this server in a corner of the screen; the page beside it stays in use. Escape closes it. */
export function ExportTray({ exports, onClose }: { exports: ExportsState; onClose: () => void }) {
  const title = useId();

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    // React brings a menu's keys here, too: its Escape closes the menu alone.
    const isOurs = event.target instanceof Node && event.currentTarget.contains(event.target);
    if (event.key === "Escape" && isOurs) onClose();
  }

  return (
    <section className={classes.tray} aria-labelledby={title} tabIndex={-1} onKeyDown={onKeyDown}>
      <div className={classes.head}>
        <Title order={2} size="h5" id={title}>
          {t("exporting.tray.title")}
        </Title>
        <CloseButton size="sm" aria-label={t("exporting.tray.close")} onClick={onClose} />
      </div>
      {exports.connection === "lost" && (
        <Alert color="yellow" variant="light" role="status" p="xs" radius={0}>
          {t("exporting.tray.lost")}
        </Alert>
      )}
      <Content exports={exports} />
    </section>
  );
}
