import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { badRequest } from "../http/errors.ts";

/** What a token says: which stored query, which page of it, and until when. */
const contentSchema = z.object({
  q: z.string(),
  n: z.number(),
  d: z.enum(["after", "before"]),
  p: z.array(z.union([z.string(), z.number(), z.null()])),
  x: z.number(),
});

const lifeMs = 3_600_000;

export type TokenContent = {
  query: string;
  size: number;
  direction: "after" | "before";
  position: (string | number | null)[];
};

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Writes and reads page tokens: signed, with an end, and opaque to whoever carries them. */
export class Tokens {
  readonly #key: Buffer;
  readonly #clock: () => number;

  constructor(key: Buffer, clock: () => number) {
    this.#key = key;
    this.#clock = clock;
  }

  #sign(text: string): Buffer {
    return createHmac("sha256", this.#key).update(text).digest().subarray(0, 12);
  }

  /** A token in base64 with its padding: it has to be URL-encoded in an address. It works for an hour unless told. */
  write({ query, size, direction, position }: TokenContent, until = this.#clock() + lifeMs): string {
    const text = JSON.stringify({ q: query, n: size, d: direction, p: position, x: until });
    return Buffer.concat([this.#sign(text), Buffer.from(text)]).toString("base64");
  }

  /** Reads a token; one that is not ours, was changed or is too old is a 400. */
  read(token: string): TokenContent {
    const bytes = Buffer.from(token, "base64");
    const text = bytes.subarray(12).toString();
    const genuine =
      bytes.length > 12 &&
      bytes.toString("base64") === token &&
      timingSafeEqual(bytes.subarray(0, 12), this.#sign(text));
    const content = genuine ? contentSchema.safeParse(parseJson(text)) : undefined;
    if (!content?.success) throw badRequest("pageToken is not valid", { pageToken: token.slice(0, 200) });
    const { q, n, d, p, x } = content.data;
    if (x <= this.#clock()) throw expired();
    return { query: q, size: n, direction: d, position: p };
  }
}

/** The answer to a token that no longer works. */
export function expired(): Error {
  return badRequest("pageToken has expired; send the query again to start from the first page", {
    pageToken: "expired",
  });
}
