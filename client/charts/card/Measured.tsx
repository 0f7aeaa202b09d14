import { useElementSize } from "@mantine/hooks";
import type { ReactNode } from "react";
import { useLetters } from "../../ui/letters.ts";
import classes from "./Measured.module.css";

export type Size = {
  width: number;
  height: number;
  /** How large the letters are, as a share of the usual ones. */
  letters: number;
};

type MeasuredProps = {
  /** The size before the first measurement, near what the layout gives, so that little moves. */
  initial: Omit<Size, "letters">;
  children: (size: Size) => ReactNode;
};

/** Fills its positioned parent and tells its children how large that is: the drawing library needs pixels. */
export function Measured({ initial, children }: MeasuredProps) {
  const { ref, width, height } = useElementSize();
  const letters = useLetters();
  const size = { ...(width > 0 && height > 0 ? { width, height } : initial), letters };
  return (
    <div className={classes.fill} ref={ref}>
      {children(size)}
    </div>
  );
}
