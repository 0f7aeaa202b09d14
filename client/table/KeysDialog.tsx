import { Kbd, Modal, Switch } from "@mantine/core";
import { t } from "../words/words.ts";
import classes from "./keys.module.css";
import type { PageKeys } from "./use-page-keys.ts";

const lines = [
  [["↑", "↓", "k", "j"], "rows"],
  [["←", "→"], "cells"],
  [["Page Up", "Page Down"], "pages"],
  [["Ctrl Home", "Ctrl End"], "ends"],
  [["Enter", "Space"], "open"],
  [["Esc"], "close"],
  [["x"], "select"],
  [["Shift ↑", "Shift ↓"], "range"],
  [["Ctrl A"], "selectLoaded"],
  [["J", "K"], "step"],
  [["c"], "copyCell"],
  [["y"], "copyRow"],
  [["l"], "copyLink"],
  [["Shift F10"], "menu"],
  [["/"], "filter"],
  [["?"], "help"],
] as const;

/** Every key of the list, with what it does, and whether some of them work outside of it. */
export function KeysDialog({ keys: { shown, close, everywhere, setEverywhere } }: { keys: PageKeys }) {
  return (
    <Modal
      opened={shown}
      onClose={close}
      title={t("table.keys.title")}
      closeButtonProps={{ "aria-label": t("table.keys.dismiss") }}
      size="md"
    >
      <dl className={classes.keys}>
        {lines.map(([keys, what]) => (
          <div key={what} className={classes.line}>
            <dt>
              {keys.map((key) => (
                <Kbd key={key} size="xs">
                  {key}
                </Kbd>
              ))}
            </dt>
            <dd>{t(`table.keys.${what}`)}</dd>
          </div>
        ))}
      </dl>
      <Switch
        size="xs"
        mt="sm"
        label={t("table.keys.everywhere")}
        description={t("table.keys.everywhereHint")}
        checked={everywhere}
        onChange={(event) => setEverywhere(event.currentTarget.checked)}
      />
    </Modal>
  );
}
