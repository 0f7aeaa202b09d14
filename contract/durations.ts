/** Units of time in which a field's numbers are durations. */
export const durationUnits = ["milliseconds", "seconds", "minutes", "hours"] as const;
export type DurationUnit = (typeof durationUnits)[number];
