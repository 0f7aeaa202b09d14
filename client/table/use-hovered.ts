import { type PointerEvent, type ReactElement, useState } from "react";
import type { HostProps } from "./paint/host.ts";

/** The row under the mouse, and its buttons. */
export type Hovered = { row: number; tools: ReactElement<HostProps> };

/** Follows the mouse over the rows. The buttons are a file of their own: nobody needs them before there are rows. */
export function useHovered(placeOf: (target: EventTarget) => { row: number } | undefined) {
  const [hovered, setHovered] = useState<Hovered>();

  async function show(row: number): Promise<void> {
    const { rowToolButtons } = await import("./cells/row-tools.tsx");
    setHovered((before) => (before?.row === row ? before : { row, tools: rowToolButtons() }));
  }

  return {
    hovered,
    /** A finger presses the row itself, and long for the menu. */
    onPointerOver({ target, pointerType }: PointerEvent<HTMLElement>): void {
      const row = pointerType === "mouse" ? placeOf(target)?.row : undefined;
      // Without them the menu is still there, by the mouse's right button.
      if (row !== undefined) show(row).catch(() => undefined);
    },
    onPointerLeave: (): void => setHovered(undefined),
  };
}
