import type { ReactNode } from "react";
import classes from "./Overview.module.css";

type OverviewProps = {
  /** One line of key figures, the same in both lenses. */
  figures?: ReactNode;
  /** The small charts; only over the list, and only while they are not folded. */
  multiples?: ReactNode;
};

/** What the view adds up to, on one surface at the top of either lens. */
export function Overview({ figures, multiples }: OverviewProps) {
  if (!figures && !multiples) return null;
  return (
    <div className={classes.overview}>
      {figures && <div className={classes.figures}>{figures}</div>}
      {multiples && <div className={classes.multiples}>{multiples}</div>}
    </div>
  );
}
