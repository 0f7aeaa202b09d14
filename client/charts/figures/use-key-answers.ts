import { useIsFetching, useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import type { FieldRoles } from "../../../contract/fields.ts";
import type { KeyFields } from "../../../contract/key-figures.ts";
import type { InsightsQueryRequest } from "../../../contract/query.ts";
import type { FetchedRows } from "../../api/all-pages.ts";
import { fetchMeasures } from "../../api/measures-apart.ts";
import type { Pin } from "../../view/pin.ts";
import type { View } from "../../view/view.ts";
import { type PreviousPeriod, previousPeriod } from "../previous/previous-period.ts";
import { ownRequests, previousRequests, timeMeasures } from "./requests.ts";

const kind = "key-figures";
/** Who answered is one of a few values: an account with more pages of them means something else. */
const mostPages = 1;
/** What is drawn next, or chosen in haste, asks first. */
const quietMs = 400;

/** Whether nothing else of the page has been on its way for a moment. */
function useQuiet(): boolean {
  const others = useIsFetching({ predicate: ({ queryKey }) => queryKey[0] !== kind });
  const [isQuiet, setQuiet] = useState(false);
  useEffect(() => {
    if (others > 0) {
      setQuiet(false);
      return undefined;
    }
    const timer = setTimeout(() => setQuiet(true), quietMs);
    return () => clearTimeout(timer);
  }, [others]);
  return isQuiet && others === 0;
}

/** An answer, as far as it is there; `settled` where it came, failed or is not asked for. */
type Step = { data: FetchedRows | undefined; settled: boolean };

function useStep(
  request: InsightsQueryRequest | undefined,
  { pinId, apart, may }: { pinId: number; apart: readonly string[]; may: boolean },
): Step {
  const { data, isError } = useQuery({
    queryKey: [kind, pinId, request],
    queryFn: ({ signal }) => fetchMeasures(request ?? { query: {} }, { apart, mostPages }, signal),
    staleTime: Number.POSITIVE_INFINITY,
    retryOnMount: false,
    enabled: may && request !== undefined,
  });
  return { data, settled: request === undefined || data !== undefined || isError };
}

export type KeyAnswers = {
  own: { whole: Step; split: Step };
  previous: { whole: Step; split: Step; period: PreviousPeriod | undefined };
};

/**
 * Asks for what the key figures need beside the charts: at most two queries for the view's period and two for the one
 * before, one after another. What is on its way for another view is stopped.
 *
 * @param may whether what comes first is there, and nothing holds.
 */
export function useKeyAnswers(
  { view, fields, pin, key }: { view: View; fields: FieldRoles; pin: Pin; key: KeyFields },
  may: boolean,
): KeyAnswers {
  const { id, at, window } = pin;
  const { range, zone } = view;
  const period = useMemo(
    () => (fields.roles.time ? previousPeriod(range, zone, window, at) : undefined),
    [fields.roles.time, range, zone, window, at],
  );
  const own = ownRequests(view, fields, key, window);
  const hasPrevious = period !== undefined && period.window.to > period.window.from;
  const before = hasPrevious ? previousRequests(view, fields, key, period.window) : undefined;
  const apart = timeMeasures(key);
  const { count } = fields.roles;
  const apartBefore = [...(count ? [count.field] : []), ...apart];
  const isQuiet = useQuiet() && may;
  const whole = useStep(own.whole, { pinId: id, apart, may: isQuiet });
  const split = useStep(own.split, { pinId: id, apart: [], may: isQuiet && whole.settled });
  const isOwnThere = isQuiet && whole.settled && split.settled;
  // An id of its own: answers of one period must never stand in for those of another.
  const wholeBefore = useStep(before?.whole, { pinId: -id, apart: apartBefore, may: isOwnThere });
  const splitBefore = useStep(before?.split, { pinId: -id, apart: [], may: isOwnThere && wholeBefore.settled });
  return { own: { whole, split }, previous: { whole: wholeBefore, split: splitBefore, period } };
}
