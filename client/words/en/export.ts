/** The export button and what becomes of an export. */
export const exporting = {
  button: "Export CSV",
  notice: "Export",
  running: "Exporting: {count, plural, one {# row} other {# rows}} so far",
  done: "Exported {count, plural, one {# row} other {# rows}}",
  doneMore: "All of them, in {name}.",
  cancelled: "Export cancelled",
  cancelledMore: "No file was written.",
  failed: "The export stopped after {count, plural, one {# row} other {# rows}}",
  failedMore: "{title}. No file was written. {advice}",
  cancel: "Cancel",
  dismiss: "Dismiss",
} as const;
