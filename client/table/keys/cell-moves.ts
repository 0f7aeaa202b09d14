export type CellPlace = { row: number; column: number };

/** `fit` is how many rows fill the box: Page Down goes that far. */
export type GridSize = { rows: number; columns: number; fit: number };

function target(key: string, ctrl: boolean, { row, column }: CellPlace, size: GridSize): CellPlace | undefined {
  switch (key) {
    case "ArrowDown":
    case "j":
      return { row: row + 1, column };
    case "ArrowUp":
    case "k":
      return { row: row - 1, column };
    case "ArrowRight":
      return { row, column: column + 1 };
    case "ArrowLeft":
      return { row, column: column - 1 };
    case "PageDown":
      return { row: row + size.fit, column };
    case "PageUp":
      return { row: row - size.fit, column };
    case "Home":
      return { row: ctrl ? 0 : row, column: 0 };
    case "End":
      return { row: ctrl ? size.rows : row, column: size.columns };
    default:
      return undefined;
  }
}

function within(value: number, count: number): number {
  return Math.min(Math.max(value, 0), count - 1);
}

/**
 * The cell that a key leads to, or undefined for a key that does not move. From nowhere the first key that moves
 * leads to `entry`.
 */
export function movedBy(
  key: string,
  ctrl: boolean,
  from: CellPlace | undefined,
  entry: CellPlace,
  size: GridSize,
): CellPlace | undefined {
  const to = target(key, ctrl, from ?? entry, size);
  if (!to) return undefined;
  const arrow = key.startsWith("Arrow") || key === "j" || key === "k";
  const next = from === undefined && arrow ? entry : to;
  return { row: within(next.row, size.rows), column: within(next.column, size.columns) };
}
