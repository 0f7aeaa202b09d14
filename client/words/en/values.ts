/** Values that Twilio names, and the words for one that is not there. Other values are the account's own words. */
export const values = {
  notSet: "Not set",
  notKnown: "Not known",
  units: { milliseconds: "ms", seconds: "s", minutes: "min", hours: "h", saidMinutes: "m" },
  known: {
    positive: "Positive",
    neutral: "Neutral",
    mixed: "Mixed",
    negative: "Negative",
    voice: "Voice",
    email: "Email",
    chat: "Chat",
    active: "Active",
    inactive: "Inactive",
    closed: "Closed",
    ai_agent: "AI agent",
    human_agent: "Human agent",
    customer: "Customer",
  },
} as const;
