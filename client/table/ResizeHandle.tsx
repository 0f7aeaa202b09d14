import { type KeyboardEvent, type PointerEvent, useRef } from "react";
import { narrowest, widest } from "../view/shared-look.ts";
import { t } from "../words/words.ts";
import classes from "./grid.module.css";

export type ResizeHandleProps = {
  label: string;
  /** The width that the column was given; undefined where it has its usual one. */
  width: number | undefined;
  /** Called with another width, or with undefined for the usual one. */
  onWidth: (width: number | undefined) => void;
};

function clamp(width: number): number {
  return Math.round(Math.min(Math.max(width, narrowest), widest));
}

function widthOf(handle: Element): number {
  return handle.parentElement?.getBoundingClientRect().width ?? narrowest;
}

/** The edge of a column: dragged, or moved with the arrow keys; Delete or a double click gives the usual width back. */
export function ResizeHandle({ label, width, onWidth }: ResizeHandleProps) {
  const drag = useRef<{ x: number; width: number; sign: number }>(undefined);

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const sign = getComputedStyle(event.currentTarget).direction === "rtl" ? -1 : 1;
    const step = event.shiftKey ? 64 : 16;
    const now = width ?? widthOf(event.currentTarget);
    if (event.key === "ArrowRight") onWidth(clamp(now + sign * step));
    else if (event.key === "ArrowLeft") onWidth(clamp(now - sign * step));
    else if (event.key === "Delete" || event.key === "Backspace") onWidth(undefined);
    else return;
    event.preventDefault();
  }

  function onPointerDown(event: PointerEvent<HTMLElement>): void {
    if (event.button !== 0) return;
    const sign = getComputedStyle(event.currentTarget).direction === "rtl" ? -1 : 1;
    drag.current = { x: event.clientX, width: widthOf(event.currentTarget), sign };
    event.currentTarget.setPointerCapture(event.pointerId);
    event.preventDefault();
  }

  function onPointerMove(event: PointerEvent<HTMLElement>): void {
    const { current } = drag;
    if (current) onWidth(clamp(current.width + current.sign * (event.clientX - current.x)));
  }

  const stop = () => {
    drag.current = undefined;
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that is moved is not an <hr>
    <span
      role="separator"
      aria-orientation="vertical"
      aria-label={t("table.head.width", { label })}
      aria-valuemin={narrowest}
      aria-valuemax={widest}
      aria-valuenow={width ?? narrowest}
      aria-valuetext={width === undefined ? t("table.head.usualWidth") : t("table.head.pixels", { width })}
      title={t("table.head.resize")}
      tabIndex={0}
      className={classes.resize}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={stop}
      onPointerCancel={stop}
      onDoubleClick={() => onWidth(undefined)}
    />
  );
}
