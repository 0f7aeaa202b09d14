import type { FormatWriter } from "./format.ts";

/** The rows as they are kept are NDJSON already. */
export const ndjson: FormatWriter = { isSpool: true };
