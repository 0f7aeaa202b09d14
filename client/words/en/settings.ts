/** The settings menu. */
export const settings = {
  theme: "Theme",
  themes: { auto: "System", light: "Light", dark: "Dark" },
  language: "Display language",
  formats: "Formats",
  formatsHint: "Dates, numbers, clock",
  keys: "Keyboard shortcuts",
  guide: "Help and guide",
  guideHint: "Opens in a new tab",
} as const;
