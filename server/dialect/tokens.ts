import { z } from "zod";

/** Where a translated answer stands: of which plan, in which of its queries, and the API's own token there. */
export type Place = { plan: string; query: number; token: string | undefined };

const mark = "earshot.";
const placeSchema = z.tuple([z.string(), z.number().int().nonnegative(), z.string().nullable()]);

/** A token of Earshot's own, for answers that are not the API's own pages. */
export function writeToken({ plan, query, token }: Place): string {
  return mark + Buffer.from(JSON.stringify([plan, query, token ?? null])).toString("base64url");
}

/** What a token of Earshot's own says; undefined for one of the API's. */
export function readToken(text: string): Place | undefined {
  if (!text.startsWith(mark)) return undefined;
  try {
    const [plan, query, token] = placeSchema.parse(
      JSON.parse(Buffer.from(text.slice(mark.length), "base64url").toString("utf8")),
    );
    return { plan, query, token: token ?? undefined };
  } catch {
    return undefined;
  }
}
