import { earshotCodes } from "../../../contract/problem.ts";
import { ProblemError } from "../../problem.ts";
import type { WirePage } from "../../twilio/read-page.ts";

/**
 * Page sizes to try, largest first: the API states no maximum for queries. 1000 is the documented one of its other
 * lists; the last try leaves the size to the API.
 */
const sizes = [1000, 500, 200, 100, 50, 20, undefined] as const;

/** The largest page sizes that were accepted, found once in the life of the server. */
export type PageSizes = {
  /** Asks with the largest size that the API takes. Throws what the API throws about anything else. */
  first(
    kind: "query" | "job",
    ask: (size: number | undefined) => Promise<WirePage>,
  ): Promise<{ page: WirePage; size: number | undefined }>;
};

/** Whether the page's size was refused, which another size may heal, and not the query. */
function refusesSize(error: unknown): boolean {
  if (!(error instanceof ProblemError)) return false;
  const { message, params, httpStatusCode, code } = error.problem;
  if (code === earshotCodes.upstreamTooLarge) return true;
  return httpStatusCode === 400 && /page[\s_-]?size/i.test([message, ...Object.entries(params ?? {}).flat()].join(" "));
}

export function pageSizes(): PageSizes {
  const found = { query: 0, job: 0 };
  return {
    async first(kind, ask) {
      let refused: unknown;
      for (let index = found[kind]; index < sizes.length; index += 1) {
        try {
          const page = await ask(sizes[index]);
          found[kind] = index;
          return { page, size: sizes[index] };
        } catch (error) {
          if (!refusesSize(error)) throw error;
          refused = error;
        }
      }
      throw refused;
    },
  };
}
