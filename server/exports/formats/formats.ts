import type { ExportFormat } from "../../../contract/formats.ts";
import { csv } from "./csv.ts";
import type { FormatWriter } from "./format.ts";
import { json } from "./json.ts";
import { ndjson } from "./ndjson.ts";
import { parquet } from "./parquet.ts";
import { xlsx } from "./xlsx.ts";

/** What writes each format. What is known of them besides stands in `contract/formats.ts`. */
export const writers: Readonly<Record<ExportFormat, FormatWriter>> = { csv, xlsx, json, ndjson, parquet };
