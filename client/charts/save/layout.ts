/** How wide a saved picture is, in pixels, and the room that is left around what it shows. */
export const figureWidth = 800;
export const margin = 24;

/** The width that marks may take, and the height of a chart with axes. */
export const plotWidth = figureWidth - 2 * margin;
export const plotHeight = 260;

/** The room beside a vertical axis for its numbers. */
export const axisWidth = 56;

export const ink = "var(--mantine-color-text)";
export const muted = "var(--chart-muted)";
