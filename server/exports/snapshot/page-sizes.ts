import { ProblemError } from "../../messages/problem.ts";
import type { WirePage } from "../../twilio/read-page.ts";
import { isRefusal } from "../../twilio/refusals.ts";
import { smallerPages } from "../../twilio/smaller-pages.ts";
import type { RetryLimits } from "./with-retries.ts";

/**
 * Sizes of pages of a job's results to try, largest first: 1000 is the largest that is documented, and the last one
 * leaves the size to the API. A query's pages are not among these: what size an account takes is found out for all who
 * ask it, by its dialect.
 */
const sizes = [1000, 500, 200, 100, 50, 20, 10, undefined] as const;
const smallest = sizes.indexOf(10);

/** Rows that a page of a query is asked for; an account that takes fewer sends as many as it takes. */
export const queryPageSize = 1000;

/** Makes the next pages of a run smaller after one was too large; false where that does not help, or they are too small. */
export function shrinkPages(error: unknown, source: { pageSize?: number | undefined }): boolean {
  const size = smallerPages(error, source.pageSize ?? queryPageSize);
  if (size === undefined) return false;
  source.pageSize = size;
  return true;
}

/** A page, and the size that was asked for. */
export type SizedPage = { page: WirePage; size: number | undefined };

/** Asks for a page of a size, until it is answered or the limits are reached. */
export type AskSize = (size: number | undefined, limits?: RetryLimits) => Promise<WirePage>;

/** The largest size that was accepted for results of jobs, found once in the life of the server. */
export type PageSizes = {
  /** Asks with the largest size that the API takes. Throws what the API throws about anything else. */
  first(ask: AskSize): Promise<SizedPage>;
};

/** Each service words a refusal of the size in its own way and with its own status; a 500 may be one as well. */
const few: RetryLimits = { refusals: 1 };

/** The page, or the refusal that a smaller one may heal. What is not there any more is not there in smaller pages. */
async function unlessRefused(ask: AskSize, size: number | undefined): Promise<WirePage | ProblemError> {
  try {
    return await ask(size, few);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const { httpStatusCode: status } = error.problem;
    if (status === 404 || status === 410) throw error;
    return error;
  }
}

/** Whether the API is in trouble, so that what it refuses says little. */
function isOutage({ problem }: ProblemError): boolean {
  return problem.httpStatusCode >= 500;
}

export function pageSizes(): PageSizes {
  let found = 0;

  return {
    async first(ask) {
      const start = found;
      const size = sizes[start];
      const first = await unlessRefused(ask, size);
      if (!(first instanceof ProblemError)) return { page: first, size };
      // Whether the size was refused or the results are told by the smallest page, and by one that names no size.
      for (let least = Math.max(smallest, start + 1); least < sizes.length; least += 1) {
        const page = await unlessRefused(ask, sizes[least]);
        if (page instanceof ProblemError) continue;
        if (page.nextToken === undefined) return { page, size: sizes[least] };
        for (let index = start + 1; index < least; index += 1) {
          const larger = await unlessRefused(ask, sizes[index]);
          if (larger instanceof ProblemError) continue;
          found = index;
          return { page: larger, size: sizes[index] };
        }
        found = least;
        return { page, size: sizes[least] };
      }
      if (isOutage(first)) return { page: await ask(size), size };
      throw first;
    },
  };
}
