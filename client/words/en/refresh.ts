/** How new the data is, and asking for newer. */
export const refresh = {
  now: "Refresh",
  dataTo: "Data to {clock}, about 15 minutes behind",
  dataToShort: "to {clock} (−15 min)",
  hint: "Asked {time}. Twilio’s data is about 15 minutes behind.",
  fresh: "{count, plural, one {# new conversation} other {# new conversations}}",
  look: "Look for new conversations",
  looking: "Look for new conversations: {every}",
  every: { manual: "Only when I ask", half: "Every 30 s", one: "Every minute", five: "Every 5 min" },
} as const;
