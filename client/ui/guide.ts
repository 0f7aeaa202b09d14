/** Where the guide is, a page of its own beside the dashboard. `scripts/guide` makes it of docs/guide.md. */
export const guideAddress = "/guide.html";

/** Opens it beside the dashboard, which stays as it is. */
export function openGuide(): void {
  window.open(guideAddress, "_blank", "noopener");
}
