/** The parts of the panel from top to bottom. The transcript, which can be long, is the last. */
export const sectionNames = ["fields", "people", "results", "transcript"] as const;
export type SectionName = (typeof sectionNames)[number];
