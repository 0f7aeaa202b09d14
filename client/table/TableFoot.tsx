import { Button, VisuallyHidden } from "@mantine/core";
import { IconAlertTriangle, IconWifiOff } from "@tabler/icons-react";
import { failureText } from "../insights/errors.ts";
import { useSecondsHeld } from "../insights/rate-limit.ts";
import classes from "./foot.module.css";
import { footText, type Noun } from "./foot-text.ts";
import { useOnline } from "./use-online.ts";
import type { Rows } from "./use-rows.ts";

const waitWords = "Twilio asks us to wait. It goes on by itself.";

function Failure({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { title, advice } = failureText(error);
  return (
    <span className={classes.failure}>
      <IconAlertTriangle size={15} aria-hidden="true" className={classes.warning} />
      <span className={classes.sentence} role="alert">
        More could not be loaded. {title}
        {/[.!?]$/.test(title) ? "" : "."} {advice}
      </span>
      <Button size="compact-xs" variant="light" className={classes.retry} onClick={onRetry}>
        Retry
      </Button>
    </span>
  );
}

/** The status line under the table: how much is loaded, what is under way, and what went wrong. */
export function TableFoot({ rows, noun }: { rows: Rows; noun: Noun }) {
  const secondsHeld = useSecondsHeld();
  const online = useOnline();
  const failed = rows.error !== null;
  const text = footText({ ...rows, failed, secondsHeld }, noun);
  const held = text.endsWith(" s");
  return (
    <div className={classes.foot}>
      <div role="status" className={classes.status}>
        {/* The countdown is for the eye: read out every second it would drown everything else. */}
        <span aria-hidden={held}>{text}</span>
        {held ? <VisuallyHidden>{waitWords}</VisuallyHidden> : null}
      </div>
      {online ? null : (
        <span className={classes.offline}>
          <IconWifiOff size={15} aria-hidden="true" />
          <span className={classes.sentence}>You are offline. What is loaded stays here.</span>
        </span>
      )}
      {rows.loadMoreError === null ? null : <Failure error={rows.loadMoreError} onRetry={rows.loadMore} />}
    </div>
  );
}
