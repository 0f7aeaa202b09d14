/** The parts of the panel from top to bottom. What was said comes first; what machines made of it follows, folded. */
export const sectionNames = ["transcript", "results", "fields", "raw"] as const;
export type SectionName = (typeof sectionNames)[number];
