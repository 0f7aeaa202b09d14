import { type KeyboardEvent, type PointerEvent, useRef } from "react";
import { rootFontScale } from "./root-font-scale.ts";

export type EdgeProps = {
  /** The side of its parent that it is: the parent's width is what is changed. */
  side: "start" | "end";
  label: string;
  /** The width that was given, in pixels at the usual font size; undefined for the default. */
  width: number | undefined;
  least: number;
  most: number;
  /** The width in words. */
  text: string;
  title: string;
  className: string | undefined;
  /** Called with another width, or with undefined for the usual one. */
  onWidth: (width: number | undefined) => void;
  /** What a double click and Enter do; left out, a double click gives the usual width back. */
  onFit?: (() => void) | undefined;
};

/** An edge that is dragged, or moved with the arrow keys; Delete gives the usual width back. */
export function Edge({ side, label, width, least, most, text, title, className, onWidth, onFit }: EdgeProps) {
  const drag = useRef<{ x: number; width: number; sign: number }>(undefined);
  const clamp = (next: number) => Math.round(Math.min(Math.max(next, least), most));
  const widthOf = (handle: Element) =>
    (handle.parentElement?.getBoundingClientRect().width ?? least * rootFontScale()) / rootFontScale();
  /** Whether to the right is wider. */
  const signOf = (handle: Element) => ((getComputedStyle(handle).direction === "rtl") === (side === "start") ? 1 : -1);

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    // With these, arrows move other things.
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const sign = signOf(event.currentTarget);
    const step = event.shiftKey ? 64 : 16;
    const now = width ?? widthOf(event.currentTarget);
    if (event.key === "ArrowRight") onWidth(clamp(now + sign * step));
    else if (event.key === "ArrowLeft") onWidth(clamp(now - sign * step));
    else if (event.key === "Enter" && onFit) onFit();
    else if (event.key === "Delete" || event.key === "Backspace") onWidth(undefined);
    else return;
    event.preventDefault();
  }

  function onPointerDown(event: PointerEvent<HTMLElement>): void {
    if (event.button !== 0) return;
    const handle = event.currentTarget;
    drag.current = { x: event.clientX, width: widthOf(handle), sign: signOf(handle) };
    handle.setPointerCapture(event.pointerId);
    event.preventDefault();
  }

  function onPointerMove(event: PointerEvent<HTMLElement>): void {
    const { current } = drag;
    if (current) onWidth(clamp(current.width + (current.sign * (event.clientX - current.x)) / rootFontScale()));
  }

  const stop = () => {
    drag.current = undefined;
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: the rule wants an <hr>, which cannot be moved; ARIA knows a separator that is moved by keys, HTML has no element for it
    <span
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuenow={width ?? least}
      aria-valuetext={text}
      title={title}
      tabIndex={0}
      className={className}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={stop}
      onPointerCancel={stop}
      onDoubleClick={onFit ?? (() => onWidth(undefined))}
    />
  );
}
