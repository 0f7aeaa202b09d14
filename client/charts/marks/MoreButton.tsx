import type { ReactNode } from "react";
import classes from "./MoreButton.module.css";

/** Says under a chart how many values it has no room for, and shows them. */
export function MoreButton({ onMore, children }: { onMore: () => void; children: ReactNode }) {
  return (
    <button type="button" className={classes.more} onClick={onMore}>
      {children}
    </button>
  );
}
