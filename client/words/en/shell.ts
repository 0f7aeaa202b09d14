/** The header, the whole-page states and the notes. */
export const shell = {
  opening: "Opening the account",
  waiting: "Twilio asks us to wait: going on in {seconds, number} s.",
  tryAgain: "Try again",
  dismissNotes: "Dismiss notes",
  sample: "sample",
  sampleHint: "Embedded sample data: no Twilio credentials are set. Nothing here is a real conversation.",
  account: "Twilio account ending in {end}",
  theme: "Theme: {name}",
  themes: { auto: "As the system", light: "Light", dark: "Dark" },
  language: "Language: {name}",
} as const;
