import type { Request } from "express";

const insights = "/v3/InsightsDomains/Conversations/";

/** What a request asks of Insights; undefined for the other APIs. */
export type Asked = "metadata" | "query" | "nextPage" | "submission" | "job" | "results";

/** Tells by method and path what is asked; a list of jobs is none of it. */
export function askedOf({ method, path }: Pick<Request, "method" | "path">): Asked | undefined {
  if (!path.startsWith(insights)) return undefined;
  const rest = path.slice(insights.length);
  if (rest === "Metadata") return "metadata";
  if (rest === "Query") return method === "POST" ? "query" : "nextPage";
  if (rest === "QueryJobs") return method === "POST" ? "submission" : undefined;
  if (/^QueryJobs\/[^/]+$/.test(rest)) return "job";
  return /^QueryJobs\/[^/]+\/Results$/.test(rest) ? "results" : undefined;
}
