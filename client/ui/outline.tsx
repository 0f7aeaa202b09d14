import type { ReactNode } from "react";

/**
 * A small icon of one outline in a square of 24. One path whatever it shows, so that a cell that shows another row
 * changes an attribute and not its elements.
 */
export function outline(path: string, color = "currentColor"): ReactNode {
  return (
    <svg
      width="0.8125rem"
      height="0.8125rem"
      viewBox="0 0 24 24"
      fill="none"
      stroke={color}
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={path} />
    </svg>
  );
}
