/** Whether the page was reloaded or come back to, rather than opened by a link or an address. */
export function isReloadOrReturn(): boolean {
  return performance
    .getEntriesByType("navigation")
    .some((entry) => "type" in entry && (entry.type === "reload" || entry.type === "back_forward"));
}
