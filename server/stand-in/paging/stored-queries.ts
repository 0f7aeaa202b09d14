import { createHash } from "node:crypto";
import type { InsightsQueryRequest } from "../../../contract/query.ts";

const most = 500;

/**
 * Queries that pages are still asked of, by their hash. A token names its query instead of holding it, so a query with
 * thousands of values still has tokens that fit into an address.
 */
export class StoredQueries {
  readonly #byHash = new Map<string, InsightsQueryRequest>();

  /** Keeps a query and returns its name. The query longest unused makes room when there are too many. */
  keep(request: InsightsQueryRequest): string {
    const hash = createHash("sha256").update(JSON.stringify(request)).digest("base64url").slice(0, 22);
    this.#touch(hash, request);
    const [oldest] = this.#byHash.keys();
    if (this.#byHash.size > most && oldest !== undefined) this.#byHash.delete(oldest);
    return hash;
  }

  find(hash: string): InsightsQueryRequest | undefined {
    const request = this.#byHash.get(hash);
    if (request) this.#touch(hash, request);
    return request;
  }

  #touch(hash: string, request: InsightsQueryRequest): void {
    this.#byHash.delete(hash);
    this.#byHash.set(hash, request);
  }
}
