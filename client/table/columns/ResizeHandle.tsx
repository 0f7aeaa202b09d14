import { Edge } from "../../ui/Edge.tsx";
import { narrowest, widest } from "../../view/shared-look.ts";
import { t } from "../../words/words.ts";
import classes from "./head-cell.module.css";

export type ResizeHandleProps = {
  label: string;
  /** The width that the column was given; undefined where it has its usual one. */
  width: number | undefined;
  /** Called with another width, or with undefined for the usual one. */
  onWidth: (width: number | undefined) => void;
  /** Called to make it as wide as what is in it. */
  onFit: () => void;
};

/** The edge of a column. */
export function ResizeHandle({ label, width, onWidth, onFit }: ResizeHandleProps) {
  return (
    <Edge
      side="end"
      label={t("table.head.width", { label })}
      width={width}
      least={narrowest}
      most={widest}
      text={width === undefined ? t("table.head.usualWidth") : t("table.head.pixels", { width })}
      title={t("table.head.resizeOrFit")}
      className={classes.resize}
      onWidth={onWidth}
      onFit={onFit}
    />
  );
}
