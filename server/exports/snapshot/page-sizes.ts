import { ProblemError } from "../../problem.ts";
import type { WirePage } from "../../twilio/read-page.ts";
import { mayRefuseSize } from "../../twilio/refusals.ts";
import type { Limits } from "./patience.ts";

/**
 * Page sizes to try, largest first: the API states no maximum for queries. 1000 is the documented one of its other
 * lists; the last one leaves the size to the API.
 */
const sizes = [1000, 500, 200, 100, 50, 20, 10, undefined] as const;
const smallest = sizes.indexOf(10);

/** A page, and the size that was asked for. */
export type SizedPage = { page: WirePage; size: number | undefined };

/** Asks for a page of a size, until it is answered or the limits are reached. */
export type AskSize = (size: number | undefined, limits?: Limits) => Promise<WirePage>;

/** The largest page sizes that were accepted, found once in the life of the server. */
export type PageSizes = {
  /** Asks with the largest size that the API takes. Throws what the API throws about anything else. */
  first(kind: "query" | "job", ask: AskSize): Promise<SizedPage>;
};

/** Each service words a refusal of the size in its own way and with its own status; a 500 may be one as well. */
const few: Limits = { refusals: 1 };

/** The page, or the refusal that a smaller one may heal. */
async function unlessRefused(ask: AskSize, size: number | undefined): Promise<WirePage | ProblemError> {
  try {
    return await ask(size, few);
  } catch (error) {
    if (mayRefuseSize(error)) return error;
    throw error;
  }
}

/** Whether the API is in trouble, so that what it refuses says little. */
function isOutage({ problem }: ProblemError): boolean {
  return problem.httpStatusCode >= 500;
}

export function pageSizes(): PageSizes {
  const found = { query: 0, job: 0 };

  return {
    async first(kind, ask) {
      const start = found[kind];
      const size = sizes[start];
      const first = await unlessRefused(ask, size);
      if (!(first instanceof ProblemError)) return { page: first, size };
      // Whether the size was refused or the query is told by the smallest page, and by one that names no size.
      for (let least = Math.max(smallest, start + 1); least < sizes.length; least += 1) {
        const page = await unlessRefused(ask, sizes[least]);
        if (page instanceof ProblemError) continue;
        if (page.nextToken === undefined) return { page, size: sizes[least] };
        for (let index = start + 1; index < least; index += 1) {
          const larger = await unlessRefused(ask, sizes[index]);
          if (larger instanceof ProblemError) continue;
          found[kind] = index;
          return { page: larger, size: sizes[index] };
        }
        found[kind] = least;
        return { page, size: sizes[least] };
      }
      if (isOutage(first)) return { page: await ask(size), size };
      throw first;
    },
  };
}
