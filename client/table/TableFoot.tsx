import { Button, VisuallyHidden } from "@mantine/core";
import { IconAlertTriangle, IconWifiOff } from "@tabler/icons-react";
import { failureText } from "../insights/errors.ts";
import { useSecondsHeld } from "../insights/rate-limit.ts";
import { t } from "../words/words.ts";
import classes from "./foot.module.css";
import { footText, isHeld, type Noun } from "./foot-text.ts";
import { useOnline } from "./use-online.ts";
import type { Rows } from "./use-rows.ts";

function Failure({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { title, advice } = failureText(error);
  return (
    <span className={classes.failure}>
      <IconAlertTriangle size={15} aria-hidden="true" className={classes.warning} />
      <span className={classes.sentence} role="alert">
        {t("table.foot.moreFailed", { title: /[.!?]$/.test(title) ? title : `${title}.`, advice })}
      </span>
      <Button size="compact-xs" variant="light" className={classes.retry} onClick={onRetry}>
        {t("table.foot.retry")}
      </Button>
    </span>
  );
}

/** The status line under the table: how much is loaded, what is under way, and what went wrong. */
export function TableFoot({ rows, noun, note }: { rows: Rows; noun: Noun; note: string }) {
  const secondsHeld = useSecondsHeld();
  const online = useOnline();
  const failed = rows.error !== null;
  const state = { ...rows, failed, secondsHeld };
  const held = isHeld(state);
  return (
    <div className={classes.foot}>
      <div role="status" className={classes.status}>
        {/* The countdown is for the eye: read out every second it would drown everything else. */}
        <span aria-hidden={held}>{footText(state, noun)}</span>
        {held ? <VisuallyHidden>{t("table.foot.waitingSpoken")}</VisuallyHidden> : null}
      </div>
      <span className={classes.note} aria-live="polite">
        {note}
      </span>
      {rows.found ? <span className={classes.sentence}>{t("table.foot.found")}</span> : null}
      {online ? null : (
        <span className={classes.offline}>
          <IconWifiOff size={15} aria-hidden="true" />
          <span className={classes.sentence}>{t("table.foot.offline")}</span>
        </span>
      )}
      {rows.loadMoreError === null ? null : <Failure error={rows.loadMoreError} onRetry={rows.loadMore} />}
    </div>
  );
}
