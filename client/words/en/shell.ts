/** The header, the whole-page states and the notes. */
export const shell = {
  skip: "Skip to the conversations",
  opening: "Opening the account",
  waiting: "Twilio asks us to wait: going on in {seconds, number} s.",
  trial: "Twilio asks for an unusually long wait. Trying again in {seconds, number} s.",
  tryAgain: "Try again",
  dismissNotes: "Dismiss notes",
  sample: "sample",
  sampleHint: "Embedded sample data: no Twilio credentials are set. Nothing here is a real conversation.",
  account: "Twilio account ending in {end}",
  accountButton: "{name}: what this account can do",
  theme: "Theme: {name}",
  themes: { auto: "As the system", light: "Light", dark: "Dark" },
  language: "Language: {name}",
  empty: {
    title: "This account has nothing to show yet",
    advice:
      "Twilio lists no dimensions for it. The account may not have joined Conversation Insights, or its first conversations are still being processed.",
  },
  broken: {
    page: "The dashboard stopped working",
    part: "This part stopped working",
    advice: "Reload the page. The range, the filters and the columns stay as they are: they are in the address.",
    reload: "Reload",
    afresh: "Open the dashboard without filters",
  },
} as const;
