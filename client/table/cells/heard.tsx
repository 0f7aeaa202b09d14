import type { ReactNode } from "react";
import classes from "./cells.module.css";

/** Text for screen readers alone. */
export function heard(text: string): ReactNode {
  return <span className={classes.heard}>{text}</span>;
}
