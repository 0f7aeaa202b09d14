import * as z from "zod/mini";
import type { ConversationResult } from "../../contract/detail.ts";

export type Scalar = string | number | boolean | null;

/** What an operator's result holds, in the form in which it is drawn. */
export type Payload =
  | { kind: "none" }
  | { kind: "refusal"; text: string }
  | { kind: "label"; label: string }
  | { kind: "text"; text: string }
  | { kind: "entities"; entities: { text: string; label: string }[] }
  | { kind: "fields"; fields: [name: string, value: Scalar][] }
  | { kind: "json"; json: string; lines: number };

// Strict: an object with more in it is the account's own JSON and is shown whole.
const labelSchema = z.strictObject({ label: z.string() });
const textSchema = z.strictObject({ text: z.string() });
const entitiesSchema = z.strictObject({ entities: z.array(z.strictObject({ text: z.string(), label: z.string() })) });
const fieldsSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
const refusedSchema = z.strictObject({ refusal: z.unknown() });

/** Longer objects, and longer texts in them, are easier to read as JSON that can be folded. */
const mostFields = 8;

function asText(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value, null, 2) ?? "");
}

/** Reads a result. A model's refusal stands where the result would, in the answer itself or inside its result. */
export function payloadOf({ result, refusal }: Pick<ConversationResult, "result" | "refusal">): Payload {
  const refused = refusal ?? refusedSchema.safeParse(result).data?.refusal;
  if (refused !== undefined && refused !== null) return { kind: "refusal", text: asText(refused) };
  if (result === undefined || result === null) return { kind: "none" };
  if (typeof result === "string") return { kind: "text", text: result };
  const label = labelSchema.safeParse(result).data;
  if (label) return { kind: "label", ...label };
  const text = textSchema.safeParse(result).data;
  if (text) return { kind: "text", ...text };
  const entities = entitiesSchema.safeParse(result).data;
  if (entities) return { kind: "entities", ...entities };
  const fields = fieldsSchema.safeParse(result).data;
  const entries = Object.entries(fields ?? {});
  if (entries.length > 0 && entries.length <= mostFields) return { kind: "fields", fields: entries };
  const json = asText(result);
  return { kind: "json", json, lines: json.split("\n").length };
}
