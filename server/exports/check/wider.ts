import type { FilterLeaf, InsightsQueryRequest } from "../../../contract/query.ts";
import type { RunContext } from "../snapshot/context.ts";
import { fingerprintSet } from "../snapshot/fingerprints.ts";
import { rowCells } from "../snapshot/row-cells.ts";
import type { Taker } from "../snapshot/taker.ts";
import { countNow } from "./count.ts";
import { readOn } from "./read-on.ts";

/** No two zones are further apart than this. */
const marginMs = 26 * 3_600_000;

function widerLeaf(leaf: FilterLeaf, field: string): FilterLeaf {
  const ms = Date.parse(leaf.values?.[0] ?? "");
  if (leaf.field !== field || (leaf.op !== "GT" && leaf.op !== "LT") || Number.isNaN(ms)) return leaf;
  return { ...leaf, values: [new Date(leaf.op === "GT" ? ms - marginMs : ms + marginMs).toISOString()] };
}

/** The query for a window that begins and ends a day and some hours outside of its own. */
function wider({ query, ...rest }: InsightsQueryRequest, field: string): InsightsQueryRequest {
  const filters = (query.filters ?? []).map((group) => ({
    ...group,
    expressions: group.expressions.map((leaf) => widerLeaf(leaf, field)),
  }));
  return { ...rest, query: { ...query, filters } };
}

/**
 * Asks for a wider window, where rows from far outside showed that Twilio understands another one than was asked for, and
 * keeps of it what is within.
 *
 * @returns whether everything of the wider window came, by its own count: then nothing within can be missing.
 */
export async function takeWider(context: RunContext, taker: Taker): Promise<boolean> {
  const { request, check } = context.manifest;
  if (!check?.time) return false;
  const asked = wider(request, check.time.field);
  const count = await countNow(context, check.count, asked);
  if (!("counted" in count)) return false;
  const cells = rowCells([check.id]);
  const ids = fingerprintSet();
  let found = 0;
  const take = async (rows: readonly Buffer[]) => {
    for (const row of rows) {
      const [id] = cells(row);
      if (id && ids.add(id)) found += 1;
    }
    await taker.add(rows);
  };
  const isWhole = await readOn(context, asked, { take, isEnough: () => false });
  return isWhole && !ids.hasForgotten && found === count.counted;
}
