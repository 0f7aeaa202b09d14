/** The small charts over the list of conversations. */
export const multiples = {
  sentiment: "Sentiment",
  channel: "Channels",
  language: "Languages",
  more: "{count, number} more",
  moreOf: "{title}: {count, number} more",
  notesOf: "Notes on {title}",
  notesHint: "Shows the whole note",
  before: "previous {count, number}",
  hour: "{title} by hour. Arrow keys read it, Enter shows one hour, Shift and arrow keys select several.",
  day: "{title} by day. Arrow keys read it, Enter shows one day, Shift and arrow keys select several.",
} as const;
