import type { InsightsQueryRequest } from "../../../contract/query.ts";
import type { SentQuery } from "../../../server/dialect/ladder.ts";
import { spellings } from "../../../server/dialect/spellings.ts";
import { ProblemError } from "../../../server/messages/problem.ts";

/** What an API of the tests does not take. */
export type Picky = {
  dimensions?: readonly string[];
  mostDimensions?: number;
  order?: "none" | readonly string[];
  spelling?: string;
  filters?: readonly string[];
  pageSize?: number;
  /** A query without a range of this time is not taken. */
  range?: string;
  domain?: boolean;
  properties?: boolean;
  groupOp?: boolean;
  in?: boolean;
  ne?: boolean;
  values?: number;
  /** A value that no comparison is taken with. */
  oddValue?: string;
  /** A field that is taken alone, and beside none of these. */
  apart?: { field: string; from: readonly string[] };
};

/** Which spelling an instant is written in; undefined for a value that is none. */
function spellingOf(value: string): string | undefined {
  const found = Object.entries(spellings).find(([, { read, write }]) => {
    const ms = read(value);
    return ms !== undefined && write(ms) === value;
  });
  return found?.[0];
}

/** Whether such an API refuses a request. */
export function refuses(picky: Picky, { request, pageSize }: SentQuery): boolean {
  const { query, domain, properties } = request;
  const { dimensions = [], measures = [], orderBy = [], filters = [] } = query;
  const { apart } = picky;
  const leaves = filters.flatMap(({ expressions }) => expressions);
  const bounds = leaves.filter(({ op }) => op === "GT" || op === "LT");
  return [
    dimensions.some((field) => picky.dimensions?.includes(field)),
    picky.mostDimensions !== undefined && dimensions.length > picky.mostDimensions,
    picky.order === "none" ? orderBy.length > 0 : orderBy.some(({ field }) => picky.order?.includes(field)),
    picky.spelling !== undefined && bounds.some(({ values }) => spellingOf(values?.[0] ?? "") !== picky.spelling),
    leaves.some(({ field }) => picky.filters?.includes(field)),
    picky.range !== undefined && !bounds.some(({ field }) => field === picky.range),
    picky.pageSize !== undefined && (pageSize ?? 0) > picky.pageSize,
    picky.domain === true && domain !== undefined,
    picky.properties === true && properties !== undefined,
    picky.groupOp === true && filters.some(({ op }) => op !== undefined),
    picky.in === true && leaves.some(({ op }) => op === "IN"),
    picky.ne === true && leaves.some(({ op }) => op === "NE"),
    leaves.some(({ values = [] }) => picky.oddValue !== undefined && values.includes(picky.oddValue)),
    apart && dimensions.includes(apart.field) && [...dimensions, ...measures].some((one) => apart.from.includes(one)),
    picky.values !== undefined && leaves.some(({ values = [] }) => values.length > (picky.values ?? 0)),
  ].some(Boolean);
}

/** The refusal of an API that does not say what it refuses. */
export function refusal(status = 400, message = "Bad request"): ProblemError {
  return new ProblemError({ code: 20001, message, httpStatusCode: status, source: "twilio" });
}

/** The table's query, as the screen asks it. */
export const tableQuery: InsightsQueryRequest = {
  domain: "Conversations",
  properties: { timezone: "UTC" },
  query: {
    dimensions: ["Id", "Created", "Channels", "Languages", "Sentiment", "Status"],
    filters: [
      {
        op: "AND",
        expressions: [
          { op: "GT", field: "Created", values: ["2026-11-01T00:00:00.999Z"] },
          { op: "LT", field: "Created", values: ["2026-11-08T00:00:00.000Z"] },
          { op: "IN", field: "Channels", values: ["voice", "chat"] },
          { op: "NE", field: "Status", values: ["active"] },
        ],
      },
    ],
    orderBy: ["Created", "Id", "Channels", "Languages", "Sentiment", "Status"].map((field) => ({
      field,
      direction: field === "Created" ? "DESC" : "ASC",
    })),
  },
};
