import type { Page, Request } from "@playwright/test";
import { z } from "zod";

const bodySchema = z.looseObject({
  query: z.looseObject({
    dimensions: z.array(z.string()).default([]),
    measures: z.array(z.string()).default([]),
    orderBy: z.array(z.looseObject({ field: z.string(), direction: z.string() })).default([]),
  }),
});
const pageSchema = z.object({ meta: z.looseObject({ nextToken: z.string().nullish() }) });

/** The body of a first page's query. */
export type QueryBody = z.infer<typeof bodySchema>;

/** What a call is for: the rows of the table, counts for the charts, or what only key figures ask for, after both. */
type Purpose = "rows" | "counts" | "figures";

function bodyOf(request: Request): QueryBody {
  return bodySchema.parse(request.postDataJSON());
}

function purposeOf(body: QueryBody): Purpose {
  const { measures, dimensions } = body.query;
  const isWhole = dimensions.length === 0 && measures.includes("Conversation.LongestWaitTime");
  if (isWhole || (measures.length > 0 && dimensions.includes("AgentType"))) return "figures";
  return measures.length > 0 ? "counts" : "rows";
}

/** Every call of a page to `/api/query`, in the order in which they were sent. */
export class ApiCalls {
  private requests: Request[] = [];

  constructor(page: Page) {
    page.on("request", (request) => {
      if (new URL(request.url()).pathname === "/api/query") this.requests.push(request);
    });
  }

  /** Forgets the calls so far. */
  clear(): void {
    this.requests = [];
  }

  /** The bodies of the first pages, which are sent by POST. */
  bodies(purpose: Purpose): QueryBody[] {
    const posts = this.requests.filter((request) => request.method() === "POST").map(bodyOf);
    return posts.filter((body) => purposeOf(body) === purpose);
  }

  /** The query behind the rows on the screen. */
  rowsBody(): QueryBody {
    const body = this.bodies("rows").at(-1);
    if (!body) throw new Error("The page has not asked for rows yet.");
    return body;
  }

  /**
   * How many calls were made for rows and for counts, those of key figures left out, the pages after the first included: each of them belongs to the
   * query whose answer carried its token.
   */
  async count(): Promise<Record<Exclude<Purpose, "figures">, number>> {
    const tokens = new Map<string, Purpose>();
    const counts = { rows: 0, counts: 0, figures: 0 };
    for (const request of this.requests) {
      const token = new URL(request.url()).searchParams.get("pageToken");
      const purpose = token === null ? purposeOf(bodyOf(request)) : tokens.get(token);
      if (!purpose) throw new Error("A page was asked for with a token that no answer carried.");
      counts[purpose] += 1;
      const response = await request.response();
      // What the page itself gave up has no body; a token that it never had is asked for by nobody.
      const body: unknown = response?.ok() ? await response.json().catch(() => undefined) : undefined;
      const next = body === undefined ? undefined : pageSchema.parse(body).meta.nextToken;
      if (next) tokens.set(next, purpose);
    }
    return { rows: counts.rows, counts: counts.counts };
  }
}
