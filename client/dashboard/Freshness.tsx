import { VisuallyHidden } from "@mantine/core";
import { IconClock, IconWifiOff } from "@tabler/icons-react";
import { useIsTrial, useSecondsHeld } from "../api/rate-limit.ts";
import { useOnline } from "../browser/use-online.ts";
import { DataTo } from "../ui/Refresh.tsx";
import { t } from "../words/words.ts";
import classes from "./Freshness.module.css";

type FreshnessProps = { asOf: number; zone: string };

/** A wait of the rate limit. The countdown is for the eye: read out every second it would drown everything else. */
function Held({ seconds }: { seconds: number }) {
  const isTrial = useIsTrial();
  return (
    <>
      <span className={classes.warning} aria-hidden title={t(`shell.${isTrial ? "trial" : "waiting"}`, { seconds })}>
        <IconClock size="0.875rem" aria-hidden />
        <span className={classes.words}>{t("refresh.held", { seconds })}</span>
      </span>
      <VisuallyHidden>{t(`table.foot.${isTrial ? "trialSpoken" : "waitingSpoken"}`)}</VisuallyHidden>
    </>
  );
}

/**
 * How fresh the screen is, in one place of the head that is as wide whatever it says: without a connection, held by the
 * rate limit, or how far the data reaches.
 */
export function Freshness({ asOf, zone }: FreshnessProps) {
  const isOnline = useOnline();
  const seconds = useSecondsHeld();
  return (
    <div className={classes.slot}>
      <div role="status" className={classes.state}>
        {!isOnline && (
          <span className={classes.warning} title={t("table.foot.offline")}>
            <IconWifiOff size="0.875rem" aria-hidden />
            <span className={classes.words}>{t("table.foot.offline")}</span>
          </span>
        )}
        {isOnline && seconds > 0 && <Held seconds={seconds} />}
      </div>
      {isOnline && seconds === 0 && <DataTo asOf={asOf} zone={zone} />}
    </div>
  );
}
