import { useEffect, useMemo, useRef } from "react";
import { keyFields } from "../../../contract/key-figures.ts";
import { isUpdating } from "../../api/async.ts";
import { useSecondsHeld } from "../../api/rate-limit.ts";
import { t } from "../../words/words.ts";
import { aiFigure, measureFigure } from "./asked.ts";
import { conversationsFigure, countedOf, negativeFigure } from "./counted.ts";
import { KeyFigureButton } from "./KeyFigureButton.tsx";
import classes from "./KeyFigures.module.css";
import { readPrevious } from "./previous.ts";
import type { FiguresSetting } from "./setting.ts";
import { useKeyAnswers } from "./use-key-answers.ts";

type KeyFiguresProps = {
  of: FiguresSetting;
  /** Whether nothing is asked for here: charts are folded away, and with them what only figures are asked for. */
  folded: boolean;
};

/** Whether rows and charts of the view are there, of this view and not of the former one. */
function isSettled({ rows, breakdowns, trend }: FiguresSetting): boolean {
  const states = [...Object.values(breakdowns.charts), ...Object.values(breakdowns.facets), trend];
  const isOpen = states.some((state) => state.status === "loading" || isUpdating(state));
  return !isOpen && !rows.isFirstLoad && !rows.isUpdating && !rows.error;
}

/** Whether the page waits for nothing any more because what it asked for failed. */
function hasFailed({ rows, breakdowns, trend }: FiguresSetting): boolean {
  const states = [...Object.values(breakdowns.charts), trend];
  return Boolean(rows.error) || (states.some(isFailed) && states.every(({ status }) => status !== "loading"));
}

function isFailed({ status }: { status: string }): boolean {
  return status === "failed";
}

/** Brings the card of the trend into sight once the lens that has it is there. */
function useToTrend(): () => void {
  const wanted = useRef(false);
  useEffect(() => {
    const card = wanted.current ? document.querySelector("[data-card=trend]") : null;
    if (!card) return;
    wanted.current = false;
    card.scrollIntoView({ block: "nearest" });
  });
  return () => {
    wanted.current = true;
  };
}

/** What the view adds up to, in up to five figures: those that the account's measures and roles give. */
export function KeyFigures({ of, folded }: KeyFiguresProps) {
  const { metadata, fields } = of;
  const key = useMemo(() => keyFields(metadata, fields), [metadata, fields]);
  const isHeld = useSecondsHeld() > 0;
  const counted = countedOf(of);
  const isNone = counted.status === "known" && counted.count === 0;
  const mayAsk = !folded && !isNone;
  const answers = useKeyAnswers({ ...of, key }, mayAsk && !isHeld && isSettled(of));
  const previous = readPrevious(of, key, answers);
  const toTrend = useToTrend();
  const isBroken = hasFailed(of);
  const beside = { previous, mayAsk };
  const figures = [
    ...conversationsFigure(of, counted, previous),
    ...negativeFigure(of, previous),
    ...aiFigure(of, key, answers, { counted, ...beside }),
    ...measureFigure("duration", key.averageDuration, of, answers, beside),
    ...measureFigure("wait", key.longestWait, of, answers, beside),
  ];
  if (figures.length === 0) return null;
  return (
    <section className={classes.figures} aria-label={t("figures.title")}>
      {figures.map((figure) => (
        <KeyFigureButton
          key={figure.name}
          figure={figure}
          holdUp={isHeld ? "limited" : isBroken ? "failed" : undefined}
          onPressed={figure.name === "conversations" ? toTrend : undefined}
        />
      ))}
    </section>
  );
}
