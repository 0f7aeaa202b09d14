/** The buttons of saved views and of the link to a view. */
export const saved = {
  button: "Views",
  buttonOf: "Views: {name}",
  buttonChanged: "Views: {name}, differs from what was saved",
  changed: "differs from what was saved",
  link: "Copy link",
} as const;
