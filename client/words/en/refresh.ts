/** How new the data is, and asking for newer. */
export const refresh = {
  now: "Refresh",
  dataTo: "Data to {clock}, about 15 minutes behind",
  dataToShort: "Data to {clock}",
  hint: "Last updated {time}. Twilio data is about 15 minutes behind.",
  fresh: "{count, plural, one {# new conversation} other {# new conversations}}",
  look: "Check for new conversations",
  looking: "Check for new conversations: {every}",
  every: { manual: "Manually", half: "Every 30 s", one: "Every minute", five: "Every 5 min" },
} as const;
