/** The cards of the Analysis lens: choosing them, and their places. */
export const cards = {
  chosen: "Cards",
  usual: "Default cards",
  up: "Move {label} up",
  down: "Move {label} down",
  moved: "{label} is card {place, number} of {count, number}.",
  expand: "Full width",
  shrink: "Back to its place",
  expandOf: "{title}: full width",
} as const;
