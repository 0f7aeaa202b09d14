import type { ExportColumn } from "../../../contract/export.ts";
import type { ExportOptions } from "../../../contract/export-options.ts";
import type { ExportFormat } from "../../../contract/formats.ts";
import type { Manifest } from "../../../contract/manifest.ts";
import type { SpoolSource } from "./spool/read-spool.ts";

/** Everything that decides the bytes of a rendering. */
export type RenderPlan = {
  format: ExportFormat;
  options: ExportOptions;
  columns: ExportColumn[];
  zone: string;
};

/** One file that is to be written from a spool, which may still grow. */
export type Writing = {
  plan: RenderPlan;
  spool: SpoolSource;
  /** What the manifest says now; asked again when the spool has ended, it is its last word. */
  manifest(): Manifest;
  /** The path of the file. Only the server's own user may read it. */
  target: string;
};

/** How a file of a format comes to be: it is the spool itself, or is written from it. */
export type FormatWriter = { isSpool: true } | { isSpool: false; write(writing: Writing): Promise<void> };
