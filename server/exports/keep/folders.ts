import { join } from "node:path";
import { z } from "zod";

const idSchema = z.uuid({ version: "v4" });

/** Whether a text is an id that Earshot could have given: nothing else ever becomes part of a path. */
export function isExportId(text: string): boolean {
  return idSchema.safeParse(text).success && text === text.toLowerCase();
}

/** The files of one export. */
export type ExportPaths = {
  folder: string;
  manifest: string;
  /** The spool: one row a line, exactly as it came. */
  rows: string;
  /** Finished renderings in other formats. They can be made again at any time. */
  renderings: string;
};

export function exportPaths(root: string, id: string): ExportPaths {
  if (!isExportId(id)) throw new RangeError("not the id of an export");
  const folder = join(root, id);
  return {
    folder,
    manifest: join(folder, "manifest.json"),
    rows: join(folder, "rows.ndjson"),
    renderings: join(folder, "renderings"),
  };
}
