import { Kbd, Modal } from "@mantine/core";
import { t } from "../words/words.ts";
import classes from "./keys.module.css";

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

/** Every key of the list, with what it does. */
export function KeysDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
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
    </Modal>
  );
}
