import { useEffect, useState } from "react";
import { useRateLimitWords } from "../../api/rate-limit-words.ts";
import { t } from "../../words/words.ts";
import classes from "./CardStates.module.css";

/** After so many milliseconds an answer is more than slow. */
const long = 8000;

/** What a chart without its first answer waits for: Twilio's figures, its rate limit, or what is found out before them. */
export function WaitingWords() {
  const held = useRateLimitWords();
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLong(true), long);
    return () => clearTimeout(timer);
  }, []);
  return <p className={classes.waiting}>{held ?? t(isLong ? "charts.waiting.long" : "charts.waiting.figures")}</p>;
}
