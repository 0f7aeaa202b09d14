import { Button, VisuallyHidden } from "@mantine/core";
import { IconAlertTriangle, IconKeyboard, IconWifiOff } from "@tabler/icons-react";
import { useMemo } from "react";
import { failureSentences } from "../api/errors.ts";
import { useIsTrial, useSecondsHeld } from "../api/rate-limit.ts";
import type { InexactCounts } from "../api/told.ts";
import { serverNow } from "../browser/server-clock.ts";
import { formatClock, formatDate, formatTime } from "../format/time.ts";
import { type Spread, spreadCheck } from "../rows/spread.ts";
import type { Rows } from "../rows/use-rows.ts";
import { t } from "../words/words.ts";
import classes from "./foot.module.css";
import { footText, type Hollow, isHeld, type Noun } from "./foot-text.ts";
import { useOnline } from "./use-online.ts";

function Failure({ error, isMore, onRetry }: { error: unknown; isMore: boolean; onRetry: () => void }) {
  const why = failureSentences(error);
  return (
    <span className={classes.failure}>
      <IconAlertTriangle size="0.9375rem" aria-hidden="true" className={classes.warning} />
      <span className={classes.sentence} role="alert">
        {isMore ? t("table.foot.moreFailed", { why }) : why}
      </span>
      <Button size="compact-xs" variant="light" className={classes.retry} onClick={onRetry}>
        {isMore ? t("table.foot.retry") : t("table.empty.retry")}
      </Button>
    </span>
  );
}

/** The time alone where it is of today. */
function timeOf(since: number, zone: string): string {
  const isToday = formatDate(since, zone) === formatDate(serverNow(), zone);
  return isToday ? formatClock(since, zone) : formatTime(since, zone);
}

export type TableFootProps = {
  rows: Rows;
  noun: Noun;
  zone: string;
  note: string;
  /** How many conversations Twilio counts in the view; left out where that is not known or rows are no conversations. */
  counted?: number | undefined;
  /** Whether that is still on its way. */
  isCounting?: boolean | undefined;
  /** Where rows are no conversations: the field that tells those apart, and how many Twilio counts. */
  spread?: Spread | undefined;
  hollow?: Hollow | undefined;
  /** Whether Twilio's count is known to be an estimate. */
  isEstimate?: boolean;
  /** How Twilio’s counts are not exact, where that is known. */
  inexact?: InexactCounts | undefined;
  /** The name of the column that rows are sorted by, where it is not shown. */
  hiddenSort?: string | undefined;
  onUsualSort: () => void;
  /** Shows the keys. */
  onKeys: () => void;
};

/** What Twilio counts, while the list goes on: of one that has ended, the status itself tells. */
function countText({ count, ended, isUpdating, error }: Rows, counted: number | undefined): string | undefined {
  if (counted === undefined || isUpdating || error !== null || count === 0 || ended) return undefined;
  return t("table.foot.counted", { count: counted });
}

/** The status line under the table: how much is loaded, what is under way, and what went wrong. */
export function TableFoot(props: TableFootProps) {
  const {
    rows,
    noun,
    zone,
    note,
    counted,
    isCounting,
    spread,
    hollow,
    isEstimate = false,
    inexact,
    hiddenSort,
    onUsualSort,
    onKeys,
  } = props;
  const { index, count, ended } = rows;
  const conversations = useMemo(
    () => (spread && ended ? spreadCheck({ index, count }, spread) : undefined),
    [index, count, ended, spread],
  );
  const secondsHeld = useSecondsHeld();
  const isTrial = useIsTrial();
  const online = useOnline();
  const failed = rows.error !== null;
  // Without rows the failure stands in their place.
  const keeps = failed && rows.count > 0;
  const rowsOf = keeps && rows.since !== undefined ? timeOf(rows.since, zone) : undefined;
  const { leftOut, told, continuePastEnd } = rows;
  const reasons = { outside: leftOut.outside, lost: told.lost, hollow, isEstimate, inexact };
  const list = { counted, isCounting, conversations, ...reasons, canContinuePastEnd: continuePastEnd !== undefined };
  const state = { ...rows, ...list, failed, rowsOf, secondsHeld, isTrial };
  const held = isHeld(state);
  const inAll = countText(rows, counted);
  return (
    <div className={classes.foot}>
      <div role="status" className={classes.status}>
        {/* The countdown is for the eye: read out every second it would drown everything else. */}
        <span aria-hidden={held}>{footText(state, noun)}</span>
        {held ? <VisuallyHidden>{t(`table.foot.${isTrial ? "trialSpoken" : "waitingSpoken"}`)}</VisuallyHidden> : null}
      </div>
      {inAll === undefined ? null : <span className={classes.counted}>{inAll}</span>}
      {rows.count > 0 ? <span className={classes.printed}>{t("table.foot.printed")}</span> : null}
      {hiddenSort === undefined ? null : (
        <span className={classes.order}>
          <span className={classes.sentence}>{t("table.foot.hiddenSort", { label: hiddenSort })}</span>
          <Button size="compact-xs" variant="light" className={classes.retry} onClick={onUsualSort}>
            {t("table.foot.usualOrder")}
          </Button>
        </span>
      )}
      <span className={classes.note} aria-live="polite">
        {note}
      </span>
      <span className={classes.told} aria-live="polite">
        {rows.found ? <span className={classes.sentence}>{t(`table.foot.found.${rows.found.why}`)}</span> : null}
        {online ? null : (
          <span className={classes.offline}>
            <IconWifiOff size="0.9375rem" aria-hidden="true" />
            <span className={classes.sentence}>{t("table.foot.offline")}</span>
          </span>
        )}
      </span>
      {keeps ? <Failure error={rows.error} isMore={false} onRetry={rows.retry} /> : null}
      {rows.loadMoreError === null ? null : <Failure error={rows.loadMoreError} isMore onRetry={rows.loadMore} />}
      <Button
        className={classes.keys ?? ""}
        size="compact-xs"
        variant="subtle"
        color="gray"
        aria-haspopup="dialog"
        leftSection={<IconKeyboard size="0.9375rem" aria-hidden="true" />}
        onClick={onKeys}
      >
        {t("table.keys")}
      </Button>
    </div>
  );
}
