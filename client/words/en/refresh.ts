/** How new the data is, and asking for newer. */
export const refresh = {
  now: "Refresh",
  hint: "Last updated {time}. Twilio data is about 15 minutes behind.",
  fresh: "{count, plural, one {# new conversation} other {# new conversations}}",
  dataToTime: "Data to {clock}",
  held: "Rate limit reached. Continuing in {seconds, number} s",
  withNew: "Refresh: {count, plural, one {# new conversation} other {# new conversations}}",
  many: "{count}+",
  look: "Check for new conversations",
  looking: "Check for new conversations: {every}",
  every: { manual: "Manually", half: "Every 30 s", one: "Every minute", five: "Every 5 min" },
} as const;
