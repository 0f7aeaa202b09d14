import { checkCount, mayBeEstimates, mayBeRounded } from "../../contract/checks.ts";
import { type InexactCounts, stepOf } from "../api/told.ts";
import { formatList } from "../format/list.ts";
import { t } from "../words/words.ts";

/** What one thing of the list is: a conversation, or a row where the account has no id to tell conversations by. */
export type Noun = "conversation" | "row";

/**
 * Columns that may be why rows are missing: an account may send no row of a conversation without a value in them. Of no
 * more conversations than `most` that can be the reason.
 */
export type Hollow = { labels: readonly string[]; most: number };

export type FootState = {
  count: number;
  ended: boolean;
  /** How many conversations Twilio counts; undefined where that is not known, or a row is not a conversation. */
  counted?: number | undefined;
  /** Whether that is still on its way: nothing is said to be all until then. */
  isCounting?: boolean | undefined;
  /** Where a conversation may have several rows: how many the rows are of, and how many Twilio counts. */
  conversations?: { found: number; counted: number } | undefined;
  /** How many rows of the list are not drawn because the time range does not hold them; Twilio counts them as well. */
  outside?: number;
  /** How many rows of the list could not be read: as many conversations, or fewer, may be missing for that. */
  lost?: number;
  hollow?: Hollow | undefined;
  /** Whether Twilio's count is known to be an estimate: where there are almost as many rows, none needs to be missing. */
  isEstimate?: boolean;
  /** How Twilio's counts are not exact, where that is known: the same number proves nothing then. */
  inexact?: InexactCounts | undefined;
  /** Whether what may come behind the end can be asked for. */
  canContinuePastEnd?: boolean;
  isFirstLoad: boolean;
  isUpdating: boolean;
  isLoadingMore: boolean;
  failed: boolean;
  /** When the rows were asked for that stay beside a failure, as the person reads it. */
  rowsOf?: string | undefined;
  /** While the list is read again because its pages had expired, or one was too large. */
  finding?: { why: "expired" | "large"; done: number; of: number } | undefined;
  /** Seconds until Twilio's rate limit is over; 0 while there is none. */
  secondsHeld: number;
  /** Whether Twilio named a longer wait, which is not believed: after those seconds Earshot tries. */
  isTrial?: boolean;
};

/** Whether the foot counts down the seconds until the rate limit is over. */
export function isHeld(state: FootState): boolean {
  return !state.failed && (state.isFirstLoad || state.isUpdating || state.isLoadingMore) && state.secondsHeld > 0;
}

/** The columns that explain what is missing; undefined where more is missing than they can explain. */
function hollowLabels(hollow: Hollow | undefined, found: number, counted: number): string | undefined {
  const explains = hollow !== undefined && hollow.labels.length > 0 && counted - found <= hollow.most;
  return explains ? formatList(hollow.labels) : undefined;
}

/** Whether what is missing may be just the rows that could not be read, so that nobody needs to look for more. */
function isLost({ lost = 0 }: FootState, found: number, counted: number): boolean {
  return found < counted && counted - found <= lost;
}

/** What is said where Twilio's counts are not exact and this one may be of just as many; undefined elsewhere. */
function inexactText({ inexact }: FootState, found: number, counted: number | undefined): string | undefined {
  if (counted === undefined || inexact === undefined) return undefined;
  const { kind, most } = inexact;
  const mayBe = kind === "capped" ? counted >= most && found >= counted : mayBeRounded(found, counted, stepOf(inexact));
  return mayBe ? t(`table.foot.ended.${kind}`, { count: found, counted, most }) : undefined;
}

/** What is said of rows that have ended and that do not hold every conversation; undefined where they do, or nobody knows. */
function lackingText(state: FootState): string | undefined {
  const { count, conversations, hollow } = state;
  if (!conversations) return undefined;
  const { found, counted } = conversations;
  const figures = { count, found, counted };
  if (isLost(state, found, counted)) return t("table.foot.ended.lost", { found, counted });
  const inexact = inexactText(state, found, counted);
  if (inexact !== undefined) return inexact;
  if (checkCount(found, counted).kind !== "short") return undefined;
  const labels = hollowLabels(hollow, found, counted);
  if (labels === undefined) return t("table.foot.ended.shortRows", figures);
  return t("table.foot.ended.hollowRows", { ...figures, labels });
}

/** What is said of a list that has ended: never "all" where Twilio counts another number. */
function endText(state: FootState, noun: Noun): string {
  const { count, outside = 0, counted = count + outside, canContinuePastEnd, hollow, isEstimate } = state;
  const lacking = lackingText(state);
  if (lacking !== undefined) return lacking;
  if (state.isCounting && state.counted === undefined) return t("table.foot.counting", { count });
  const check = checkCount(count + outside, counted);
  const inexact = inexactText(state, count, state.counted);
  if (check.kind === "agrees" && inexact !== undefined) return inexact;
  if (check.kind === "agrees")
    return count === 0 ? t(`table.foot.none.${noun}`) : t(`table.foot.all.${noun}`, { count });
  if (check.found < counted && canContinuePastEnd) return t("table.foot.more", { count });
  if (isLost(state, check.found, counted)) return t("table.foot.ended.lost", { found: count, counted });
  if (inexact !== undefined) return inexact;
  const labels = check.kind === "short" ? hollowLabels(hollow, check.found, counted) : undefined;
  if (labels !== undefined) return t("table.foot.ended.hollow", { count, counted, labels });
  const isNear = isEstimate === true && !state.lost && mayBeEstimates(check.found, counted);
  return t(`table.foot.ended.${isNear ? "near" : check.kind}`, { count, counted });
}

/** Where one stands in the list. It says what is known and never guesses the total. */
export function footText(state: FootState, noun: Noun): string {
  const { count } = state;
  if (isHeld(state)) return t(`table.foot.${state.isTrial ? "trial" : "waiting"}`, { seconds: state.secondsHeld });
  if (state.isFirstLoad) return t("table.foot.loading");
  if (state.failed && state.rowsOf !== undefined) return t("table.foot.failedKept", { time: state.rowsOf });
  if (state.failed) return t("table.foot.failed");
  if (state.isUpdating) return t("table.foot.updating");
  if (state.finding) return t(`table.foot.finding.${state.finding.why}`, state.finding);
  if (state.isLoadingMore) return t("table.foot.loadingMore", { count });
  return state.ended ? endText(state, noun) : t("table.foot.more", { count });
}
