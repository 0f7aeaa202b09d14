import { useElementSize } from "@mantine/hooks";
import type { ReactNode } from "react";
import { useRootFontScale } from "../../ui/root-font-scale.ts";
import classes from "./Measured.module.css";

export type Size = {
  width: number;
  height: number;
  /** The font size that the person has set, as a share of the usual one. */
  fontScale: number;
};

type MeasuredProps = {
  /** The size before the first measurement, near what the layout gives, so that little moves. */
  initial: Omit<Size, "fontScale">;
  children: (size: Size) => ReactNode;
};

/** Fills its positioned parent and tells its children how large that is: the drawing library needs pixels. */
export function Measured({ initial, children }: MeasuredProps) {
  const { ref, width, height } = useElementSize();
  const fontScale = useRootFontScale();
  const size = { ...(width > 0 && height > 0 ? { width, height } : initial), fontScale };
  return (
    <div className={classes.fill} ref={ref}>
      {children(size)}
    </div>
  );
}
