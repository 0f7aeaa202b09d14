import { jsonScanner } from "../../json/json-scan.ts";
import { rowSpans } from "../../json/row-spans.ts";
import { readLines } from "../formats/spool/read-spool.ts";
import { spoolWatermark } from "../formats/spool/watermark.ts";
import { fingerprint, fingerprintSet } from "../snapshot/fingerprints.ts";

/** So many different values are remembered at once, with room for some more; of longer files, a part at a time is counted. */
const mostAtOnce = 3_000_000;
const letterN = 0x6e;

/**
 * How many different values a field has in the first bytes of a whole spool; null is none. Memory is bounded: a spool of
 * more rows than fit is read several times.
 */
export async function countDistinct(
  path: string,
  { bytes, rows }: { bytes: number; rows: number },
  field: string,
  atOnce = mostAtOnce,
): Promise<number> {
  const parts = Math.max(1, Math.ceil(rows / atOnce));
  const spans = rowSpans([field]);
  let count = 0;
  for (let part = 0; part < parts; part += 1) {
    const watermark = spoolWatermark();
    watermark.grow(bytes);
    watermark.end();
    const seen = fingerprintSet();
    for await (const lines of readLines({ path, watermark })) {
      const json = jsonScanner(lines);
      for (let at = 0; at < lines.length; ) {
        at = spans.read(lines, json, at);
        const [from = -1, to = -1] = [spans.from[0], spans.to[0]];
        if (from < 0 || lines[from] === letterN) continue;
        if (parts > 1 && fingerprint(lines, from, to)[1] % parts !== part) continue;
        if (seen.add(lines, from, to)) count += 1;
      }
    }
  }
  return count;
}
