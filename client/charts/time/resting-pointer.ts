import type { KeyboardEvent } from "react";

/**
 * Lets a chart of Recharts believe that a resting pointer has left it when an arrow key is pressed: else the tooltip stays
 * at the pointer, whatever the keys do.
 */
export function leaveByArrow({ key, target, currentTarget }: KeyboardEvent): void {
  if (key !== "ArrowLeft" && key !== "ArrowRight") return;
  target.dispatchEvent(new MouseEvent("mouseout", { bubbles: true, relatedTarget: currentTarget }));
}
