import { Anchor, Kbd, Modal, Switch } from "@mantine/core";
import { guideAddress } from "../../ui/guide.ts";
import { t } from "../../words/words.ts";
import classes from "./keys.module.css";
import type { PageKeys } from "./use-page-keys.ts";

const lines = [
  [["↑", "↓", "k", "j"], "rows"],
  [["←", "→"], "cells"],
  [["up", "down"], "pages"],
  [["first", "last"], "ends"],
  [["enter", "space"], "open"],
  [["escape"], "close"],
  [["x"], "select"],
  [["rangeUp", "rangeDown"], "range"],
  [["selectAll"], "selectLoaded"],
  [["J", "K"], "step"],
  [["c"], "copyCell"],
  [["y"], "copyRow"],
  [["l"], "copyLink"],
  [["menu"], "menu"],
  [["moveLeft", "moveRight"], "moveColumn"],
  [["r"], "read"],
  [["find", "/"], "find"],
  [["paste"], "paste"],
  [["?"], "help"],
] as const;

type Key = (typeof lines)[number][0][number];

/** What stands on a key: a sign, or a word that keyboards have in their own language. */
function keyName(key: Key): string {
  switch (key) {
    case "up":
    case "down":
    case "first":
    case "last":
    case "enter":
    case "space":
    case "escape":
    case "find":
    case "paste":
    case "selectAll":
    case "rangeUp":
    case "rangeDown":
    case "menu":
    case "moveLeft":
    case "moveRight":
      return t(`keys.names.${key}`);
    default:
      return key;
  }
}

/** Every key of the list, with what it does, and whether some of them work outside of it. */
export function KeysDialog({ keys: { shown, close, everywhere, setEverywhere } }: { keys: PageKeys }) {
  return (
    <Modal
      opened={shown}
      onClose={close}
      returnFocus={false}
      title={t("keys.title")}
      closeButtonProps={{ "aria-label": t("keys.dismiss") }}
      size="md"
    >
      <dl className={classes.keys}>
        {lines.map(([keys, what]) => (
          <div key={what} className={classes.line}>
            <dt>
              {keys.map((key) => (
                <Kbd key={key} size="xs">
                  {keyName(key)}
                </Kbd>
              ))}
            </dt>
            <dd>{t(`keys.${what}`)}</dd>
          </div>
        ))}
      </dl>
      <Switch
        size="xs"
        mt="sm"
        label={t("keys.everywhere")}
        description={t("keys.everywhereHint")}
        checked={everywhere}
        onChange={(event) => setEverywhere(event.currentTarget.checked)}
      />
      <Anchor
        href={guideAddress}
        target="_blank"
        rel="noopener"
        title={t("settings.guideHint")}
        size="sm"
        mt="sm"
        display="inline-block"
      >
        {t("settings.guide")}
      </Anchor>
    </Modal>
  );
}
