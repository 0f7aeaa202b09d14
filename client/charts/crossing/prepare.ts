import { restLabel, roleValueLabel } from "../../format/values.ts";
import { t } from "../../words/words.ts";
import { overlapNote, restNotes } from "../card/words.ts";
import { type Mark, sentimentSeries } from "../marks/marks.ts";
import type { Crossing } from "./crossing.ts";

/** Chooses one channel and one sentiment, each by all its spellings. */
export type ChooseBoth = (channel: readonly string[], sentiment: readonly string[]) => void;

/** The part of a channel's bar that has one sentiment. */
export type Segment = Mark & {
  count: number;
  /** Undefined where the pair cannot be asked for. */
  spellings: readonly string[] | undefined;
  /** Its part of the bar, 0 to 1. */
  part: number;
};

export type CrossingBar = {
  key: string;
  label: string;
  total: number;
  spellings: readonly string[];
  segments: readonly Segment[];
};

export type PreparedCrossing = { marks: readonly Mark[]; bars: readonly CrossingBar[] };

/** Every channel as a whole bar, cut by sentiment in the fixed order. */
export function prepareCrossing({ rows, sentiments, restUnknown }: Crossing): PreparedCrossing {
  const marks = sentimentSeries(sentiments.keys(), restUnknown);
  const bars = rows.map(({ key, spellings, total, counts }): CrossingBar => {
    // Where conversations have several sentiments the parts are more than the channel; the bar is still whole.
    const sum = [...counts.values()].reduce((all, count) => all + count, 0);
    const segments = marks.map((mark): Segment => {
      const count = counts.get(mark.key) ?? 0;
      const askable = key !== "" && mark.key !== "";
      const chosen = askable ? sentiments.get(mark.key) : undefined;
      return { ...mark, count, spellings: chosen, part: sum > 0 ? count / sum : 0 };
    });
    const label = key === "" ? restLabel() : roleValueLabel("channel", spellings[0] ?? key);
    return { key, label, total, spellings, segments };
  });
  return { marks, bars };
}

/** What must be said beside the crossing. */
export function crossingNotes({ overlap, missing, sentiments, restUnknown }: Crossing): string[] {
  return [
    ...(overlap.channel ? [t("charts.crossing.severalChannels")] : []),
    ...(overlap.sentiment ? [overlapNote("sentiment")] : []),
    ...(missing > 0 ? [t("charts.crossing.missing", { count: missing })] : []),
    ...restNotes(sentiments.has(""), restUnknown),
  ];
}
