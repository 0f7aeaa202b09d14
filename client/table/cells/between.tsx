import type { ReactNode } from "react";
import classes from "./cells.module.css";

/**
 * Tells the values of a cell apart in its text, which is what is read out, copied and found; for the eye it is the gap
 * between them.
 */
export function between(): ReactNode {
  return <span className={classes.between}>{", "}</span>;
}
