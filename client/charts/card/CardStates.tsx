import { Button, Skeleton } from "@mantine/core";
import { cannotBeHad, failureSentences, failureText } from "../../api/errors.ts";
import { retryAll } from "../../api/retry-failed.ts";
import { t } from "../../words/words.ts";
import classes from "./CardStates.module.css";
import { WaitingWords } from "./WaitingWords.tsx";

const skeletonWidths = ["92%", "70%", "54%", "38%", "24%"];

/** The card before its first answer, as high as the card with it. */
export function CardLoading() {
  return (
    <div className={classes.loading}>
      <WaitingWords />
      {skeletonWidths.map((width) => (
        <Skeleton key={width} className={classes.skeleton} height={12} width={width} radius="sm" />
      ))}
    </div>
  );
}

type FailedProps = { error: unknown; retry: () => void; titleId: string };

/** One press is for all that failed: what stopped one answer has mostly stopped its neighbours too. */
function TryAgain({ retry, titleId }: Pick<FailedProps, "retry" | "titleId">) {
  const press = () => {
    retry();
    retryAll();
  };
  return (
    <Button size="compact-sm" variant="default" onClick={press} aria-describedby={titleId}>
      {t("charts.tryAgain")}
    </Button>
  );
}

/** The line over a chart that stays because nothing answered what was asked since. */
export function CardKept({ error, ...again }: FailedProps) {
  return (
    <div className={classes.kept} role="status">
      <p className={classes.text}>
        {failureSentences(error)} {t("charts.kept")}
      </p>
      <TryAgain {...again} />
    </div>
  );
}

/** The card whose question failed: why, and the way on. Its neighbours live on. */
export function CardFailed({ error, retry, titleId }: FailedProps) {
  const { title, advice } = failureText(error);
  return (
    <div className={classes.message} role="status">
      <p className={classes.strong}>{title}</p>
      <p className={classes.text}>{advice}</p>
      {cannotBeHad(error) ? null : <TryAgain retry={retry} titleId={titleId} />}
    </div>
  );
}

/** The card that this account cannot fill. */
export function CardAbsent({ reason }: { reason: string }) {
  return (
    <div className={classes.message} data-absent>
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
