/**
 * The rooms of the client from the bottom up, and from each the rooms that it may import besides itself and contract/.
 * The only list of them: the rules are made of it, and docs/architecture.md is held against it.
 */
export const clientArrows: Readonly<Record<string, readonly string[]>> = {
  browser: [],
  words: ["browser"],
  format: ["browser", "words"],
  ui: ["browser", "words", "format"],
  view: ["browser", "words", "format"],
  api: ["browser", "words", "format", "view"],
  insights: ["browser", "words", "format", "view", "api"],
  rows: ["browser", "words", "ui", "view", "api"],
  filters: ["browser", "words", "format", "ui", "view", "api", "insights"],
  saved: ["browser", "words", "format", "ui", "view"],
  table: ["browser", "words", "format", "ui", "view", "api", "rows"],
  charts: ["browser", "words", "format", "ui", "view", "api", "insights"],
  detail: ["browser", "words", "format", "ui", "view", "api"],
  export: ["browser", "words", "format", "ui", "view", "api", "insights", "rows"],
  account: ["words", "format", "ui", "api", "insights"],
  find: ["browser", "words", "format", "ui", "view", "api", "insights", "rows"],
  dashboard: [
    ...["browser", "words", "format", "ui", "view", "api", "insights", "rows"],
    ...["filters", "saved", "table", "charts", "detail", "export", "account", "find"],
  ],
};

/** The list as docs/architecture.md has it, a line a room. */
export function arrowLines(): string[] {
  const longest = Math.max(...Object.keys(clientArrows).map((room) => room.length));
  return Object.entries(clientArrows).map(
    ([room, others]) => `${room.padEnd(longest)} -> ${others.join(", ") || "nothing"}`,
  );
}
