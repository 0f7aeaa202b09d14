/** The table: its rows, cards, header, foot, columns menu and keys. */
export const table = {
  /** What the list holds: conversations, or rows in an account without a conversation id. */
  title: { conversation: "Conversations", row: "Rows" },
  foot: {
    loading: "Loading…",
    updating: "Updating…",
    waiting: "Twilio asks us to wait: going on in {seconds, number} s",
    waitingSpoken: "Twilio asks us to wait. It goes on by itself.",
    failed: "Not loaded",
    loadingMore: "{count, number} loaded. Loading more…",
    more: "{count, number} loaded, more available",
    none: { conversation: "No conversations", row: "No rows" },
    all: {
      conversation: "{count, plural, one {# conversation} other {# conversations}}, all loaded",
      row: "{count, plural, one {# row} other {# rows}}, all loaded",
    },
    finding: "The pages had expired. Reading the list again: {done, number} of {of, number}…",
    found: "The list was read again, because its pages had expired.",
    moreFailed: "More could not be loaded. {title} {advice}",
    retry: "Retry",
    offline: "You are offline. What is loaded stays here.",
  },
  empty: {
    retry: "Try again",
    filtered: { conversation: "No conversations match these filters", row: "No rows match these filters" },
    filteredAdvice: "Take a filter away, or clear them all, to see more.",
    clear: "Clear filters",
    range: { conversation: "No conversations in this time range", row: "No rows in this time range" },
    rangeAdvice: {
      conversation: "This account has no conversations here. A longer range may show some.",
      row: "This account has no rows here. A longer range may show some.",
    },
    widen: "Show a longer range",
  },
  head: {
    usualSort: "Sorted in the usual order",
  },
  columns: {
    title: "Columns",
    search: "Search columns",
    visible: "Visible columns",
    none: "No column is called that.",
    usual: "Usual columns",
  },
  circle: "The list of pages leads back to a page that was loaded already.",
  notSet: "Not set",
} as const;
