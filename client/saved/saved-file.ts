import * as z from "zod/mini";

/** A view that a person keeps: its name, and its text exactly as the address bar has it. */
const savedViewSchema = z.object({ name: z.string().check(z.trim(), z.minLength(1)), search: z.string() });

/**
 * The one format of saved views, in this browser and as a file. A later version is another number. Nothing is limited
 * that a person can save: what was kept but could not be read again would be lost.
 */
const savedFileSchema = z.object({
  earshot: z.literal("views"),
  version: z.literal(1),
  views: z.array(savedViewSchema),
  start: z.optional(z.string()),
});

export type SavedView = z.infer<typeof savedViewSchema>;

/** Saved views, each name once, and the name of the one that a bare address opens. */
export type SavedViews = { views: readonly SavedView[]; start: string | undefined };

export const nothingSaved: SavedViews = { views: [], start: undefined };

/** The longest name that can be typed. */
export const longestName = 80;

/** Writes saved views as a file's text. */
export function writeSaved({ views, start }: SavedViews): string {
  const file = { earshot: "views", version: 1, views, ...(start === undefined ? {} : { start }) };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Reads a file's text; undefined when it is anything else. Of two views with one name the first counts. */
export function readSaved(text: string): SavedViews | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  const read = savedFileSchema.safeParse(json);
  if (!read.success) return undefined;
  const { views, start } = read.data;
  const byName = new Map(views.toReversed().map((view) => [view.name, view]));
  const unique = views.filter((view) => byName.get(view.name) === view);
  return { views: unique, start: start !== undefined && byName.has(start) ? start : undefined };
}
