/** The panels of saved views and of the link to a view. */
export const savedPanel = {
  title: "Saved views",
  none: "No saved views yet. A saved view keeps the time range, filters, columns and charts in this browser.",
  open: "Open {name}",
  start: "Open {name} by default",
  rename: "Rename {name}",
  newName: "New name for {name}",
  remove: "Delete {name}",
  removed: "“{name}” deleted",
  undo: "Undo",
  name: "View name",
  save: "Save",
  replace: "Replace “{name}”",
  taken: "Another view already has this name.",
  full: "Not saved because this browser has no space left. Delete a saved view, then try again.",
  denied:
    "Not saved because this browser doesn’t let Earshot store data. Allow cookies and site data for this page, then try again.",
  importFile: "Import",
  exportFile: "Export",
  imported: "{count, plural, =0 {All views in the file are already here} one {# view added} other {# views added}}",
  unreadableHere:
    "This version of Earshot can’t read the views saved in this browser. They are set aside when you save a new one.",
  unreadable: "This file isn’t a list of Earshot views.",
  link: {
    moving: "Link with rolling range",
    movingHint: "Shows the latest data when opened",
    fixed: "Link with fixed range",
    fixedHint: "{from} – {to}",
    copied: "Link copied.",
    long: "At {count, number} characters, email and chat apps may cut it off. You can share a saved view as a file instead.",
    byHand: "Copy the link from here",
  },
} as const;
