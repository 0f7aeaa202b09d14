import type { Row } from "../../contract/page.ts";
import type { InsightsQueryRequest, QueryDefinition } from "../../contract/query.ts";
import { readRow } from "../dialect/leave-out.ts";
import type { OpenAccount } from "./account.ts";
import { failureWords, reported } from "./known.ts";
import { accountReport } from "./report.ts";

const dayMs = 86_400_000;

/** A query of the check: what it is called in the report, and the fields whose cells are looked at. */
type Check = { name: string; query: QueryDefinition };

/** The shape of a cell: never what stands in it. */
function shapeOf(cell: unknown): string {
  if (cell === undefined) return "missing";
  if (cell === null || cell === "") return "empty";
  if (Array.isArray(cell)) return `a list of ${[...new Set(cell.map(shapeOf))].join(" or ") || "nothing"}`;
  return typeof cell === "string" ? "text" : typeof cell;
}

function shapes(rows: readonly Row[], { measures = [], dimensions = [] }: QueryDefinition): string {
  return [...measures, ...dimensions]
    .map((field) => `${field} is ${[...new Set(rows.map((row) => shapeOf(row[field])))].sort().join(" or ")}`)
    .join("; ");
}

function checksOf({ fields }: { fields: Awaited<ReturnType<OpenAccount["fields"]>> }, now: number): Check[] {
  const { id, time, count } = fields.roles;
  const window: QueryDefinition["filters"] = time && [
    {
      op: "AND",
      expressions: [
        { op: "GT", field: time.field, values: [new Date(now - dayMs).toISOString()] },
        { op: "LT", field: time.field, values: [new Date(now).toISOString()] },
      ],
    },
  ];
  const day = time?.grains.day;
  return [
    ...(count ? [{ name: "the count", query: { measures: [count.field] } }] : []),
    ...(id ? [{ name: "ten ids", query: { dimensions: [id.field] } }] : []),
    ...(count && window ? [{ name: "the count of a day", query: { measures: [count.field], filters: window } }] : []),
    ...(count && day && window
      ? [{ name: "a day by day", query: { measures: [count.field], dimensions: [day], filters: window } }]
      : []),
  ];
}

/**
 * Tries an account out with a handful of plain queries, the ones that everything else is made of, and tells what was
 * asked, taken, refused and guessed.
 *
 * @param now milliseconds since 1970.
 * @returns the report, which holds names and shapes and not one value of an answer.
 */
export async function checkAccount(account: OpenAccount, now: number, signal: AbortSignal): Promise<string> {
  const { listed } = await reported(account, signal);
  const asked = ["failure" in listed ? `  ${listed.failure}` : "  The metadata: taken."];
  for (const { name, query } of "failure" in listed ? [] : checksOf(listed, now)) {
    const request: InsightsQueryRequest = { domain: "Conversations", properties: { timezone: "UTC" }, query };
    try {
      const page = await account.upstream.firstPage(request, 10, signal);
      const rows = page.rows.map(readRow);
      const unread = page.lost > 0 ? `; ${page.lost} of its items are no rows` : "";
      asked.push(`  ${name}: taken, ${rows.length > 0 ? shapes(rows, query) : "no row"}${unread}.`);
    } catch (error) {
      signal.throwIfAborted();
      asked.push(`  ${name}: ${failureWords(error)}.`);
    }
  }
  return accountReport(await reported(account, signal), asked);
}
