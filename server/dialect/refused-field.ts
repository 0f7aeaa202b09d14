import { type Part, plainest, type SentQuery, withParts } from "./ladder.ts";
import type { Learned } from "./learned.ts";
import type { IsTaken, Refused } from "./search.ts";

/** A field that is refused by itself, or only beside the field that the plainest query asks for. */
async function refusedAlone(
  part: Extract<Part, { field: string }>,
  sent: SentQuery,
  takes: IsTaken,
  calls: { left: number },
): Promise<Learned> {
  const alone: Learned = { kind: "no-field", field: part.field };
  const { dimensions = [], measures = [] } = plainest(sent).request.query;
  const [beside] = [...measures, ...dimensions];
  if (calls.left <= 0 || beside === undefined) return alone;
  calls.left -= 1;
  const query = part.kind === "dimension" ? { dimensions: [part.field] } : { measures: [part.field] };
  const isTaken = await takes({ request: { query }, pageSize: undefined });
  return isTaken ? { kind: "no-beside", field: part.field, value: beside } : alone;
}

/** A field alone is refused for itself; one that is taken alone was one too many. */
export async function fieldPart(
  { part, taken }: Refused,
  sent: SentQuery,
  takes: IsTaken,
  calls: { left: number },
): Promise<Learned[]> {
  if (part.kind !== "dimension" && part.kind !== "measure") return [];
  const { query } = withParts(sent, taken).request;
  const before = (part.kind === "dimension" ? query.dimensions : query.measures)?.length ?? 0;
  // With no other of its kind, the number is no reason; nor is it with one dimension, which is mostly the id.
  if (before < (part.kind === "dimension" ? 2 : 1)) return [await refusedAlone(part, sent, takes, calls)];
  const many: Learned = { kind: part.kind === "dimension" ? "dimensions" : "measures", most: before };
  // Joined, a field that is refused for itself is met again, and then alone.
  if (calls.left <= 0) return [{ ...many, how: "guessed" }];
  calls.left -= 1;
  const first = plainest(sent).request.query;
  const instead =
    part.kind === "dimension"
      ? { ...first, dimensions: [...(first.dimensions ?? []), part.field] }
      : { measures: [part.field] };
  const isTaken = await takes({ request: { query: instead }, pageSize: undefined });
  return [isTaken ? many : await refusedAlone(part, sent, takes, calls)];
}
