/** What the buttons of a row do. */
export const rowTools = ["open", "link", "menu"] as const;
export type RowTool = (typeof rowTools)[number];

/** The button of a row that was pressed; undefined beside them. */
export function toolOf(target: EventTarget): { tool: RowTool; button: Element } | undefined {
  const button = target instanceof Element ? target.closest("[data-tool]") : null;
  const tool = rowTools.find((one) => one === button?.getAttribute("data-tool"));
  return button && tool ? { tool, button } : undefined;
}
