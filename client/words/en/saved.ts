/** The buttons of saved views and of the link to a view. */
export const saved = {
  button: "Views",
  buttonOf: "Views: {name}",
  buttonChanged: "Views: {name}, unsaved changes",
  changed: "Unsaved changes",
  link: "Copy link",
} as const;
