import { Button, Skeleton, VisuallyHidden } from "@mantine/core";
import { cannotBeHad, failureText } from "../insights/errors.ts";
import { t } from "../words/words.ts";
import classes from "./CardStates.module.css";

const skeletonWidths = ["92%", "70%", "54%", "38%", "24%"];

/** The card before its first answer, as high as the card with it. */
export function CardLoading() {
  return (
    <div className={classes.loading}>
      <VisuallyHidden>{t("charts.loading")}</VisuallyHidden>
      {skeletonWidths.map((width) => (
        <Skeleton key={width} className={classes.skeleton} height={12} width={width} radius="sm" />
      ))}
    </div>
  );
}

/** The card whose question failed: why, and the way on. Its neighbours live on. */
export function CardFailed({ error, retry, titleId }: { error: unknown; retry: () => void; titleId: string }) {
  const { title, advice } = failureText(error);
  return (
    <div className={classes.message} role="status">
      <p className={classes.strong}>{title}</p>
      <p className={classes.text}>{advice}</p>
      {cannotBeHad(error) ? null : (
        <Button size="compact-sm" variant="default" onClick={retry} aria-describedby={titleId}>
          {t("charts.tryAgain")}
        </Button>
      )}
    </div>
  );
}

/** The card that this account cannot fill. */
export function CardAbsent({ reason }: { reason: string }) {
  return (
    <div className={classes.message}>
      <p className={classes.text}>{reason}</p>
    </div>
  );
}

export function CardEmpty() {
  return (
    <div className={classes.message}>
      <p className={classes.text}>{t("charts.empty")}</p>
    </div>
  );
}
