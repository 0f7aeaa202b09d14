import * as z from "zod/mini";
import { problemSchema } from "./problem.ts";

/** Text that may be missing, null or, in this beta, of another type: then it counts as missing. */
const text = z.catch(z.optional(z.string()), undefined);
const number = z.catch(z.optional(z.number()), undefined);
const texts = z.pipe(z.catch(z.array(z.unknown()), []), z.transform(onlyStrings));

function onlyStrings(members: unknown[]): string[] {
  return members.filter((member) => typeof member === "string");
}

/** What cannot be read as an object becomes an empty one: a list keeps its length. */
function object<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  const asObject = (value: unknown): unknown => (typeof value === "object" && value !== null ? value : {});
  return z.pipe(z.transform(asObject), z.object(shape));
}

function list<Item extends z.core.$ZodType>(item: Item) {
  const asList = (value: unknown): unknown => (Array.isArray(value) ? value : []);
  return z.pipe(z.transform(asList), z.array(item));
}

export const conversationSchema = object({
  id: text,
  name: text,
  status: text,
  channels: texts,
  createdAt: text,
  updatedAt: text,
});

export const participantSchema = object({
  id: text,
  name: text,
  type: text,
  addresses: list(object({ channel: text, address: text })),
});

/** Words carry a confidence of their own only where the engine gives one; most give one for the whole line. */
const transcriptionSchema = object({
  confidence: number,
  words: list(object({ text, confidence: number })),
});

/** One captured message, or one utterance of a call. */
export const communicationSchema = object({
  id: text,
  author: object({ participantId: text, address: text, channel: text }),
  content: object({ type: text, text, transcription: transcriptionSchema }),
  createdAt: text,
  occurredAt: text,
});

/** What an intelligence operator made of a conversation. `result` is the account's own JSON. */
export const operatorResultSchema = object({
  id: text,
  conversationId: text,
  dateCreated: text,
  outputFormat: text,
  operator: object({ id: text }),
  executionDetails: object({
    trigger: object({ on: text, timestamp: text }),
    /** Ids of the first and the last line that were looked at. */
    communications: object({ first: text, last: text }),
  }),
  result: z.optional(z.unknown()),
  /** Stands in the place of a result that the model refused to give. */
  refusal: z.optional(z.unknown()),
});

/** Where a part came from: the Conversations API, or, when that refused, the copy that Intelligence keeps. */
export const partSources = ["conversations", "intelligence"] as const;
const source = z.enum(partSources);

/** The list ended at the most that is shown, not at its end. */
const cut = z.optional(z.object({ shown: z.number(), cap: z.number() }));

/** A part of the answer: each fails alone. */
function part<Data extends z.core.$ZodType>(data: Data) {
  return z.discriminatedUnion("status", [
    z.object({ status: z.literal("ok"), data }),
    z.object({ status: z.literal("failed"), problem: problemSchema }),
  ]);
}

/** The answer of `GET /api/conversations/:id`. */
export const conversationDetailSchema = z.object({
  id: z.string(),
  conversation: part(z.object({ item: conversationSchema, source })),
  participants: part(z.object({ items: z.array(participantSchema), source, cut })),
  communications: part(z.object({ items: z.array(communicationSchema), source, cut })),
  operatorResults: part(z.object({ items: z.array(operatorResultSchema), cut })),
  /** The display names of operators by id. An operator that could not be named is missing. */
  operators: z.record(z.string(), z.string()),
});

export type ConversationFacts = z.infer<typeof conversationSchema>;
export type Participant = z.infer<typeof participantSchema>;
export type Communication = z.infer<typeof communicationSchema>;
export type ConversationResult = z.infer<typeof operatorResultSchema>;
export type ConversationDetail = z.infer<typeof conversationDetailSchema>;
export type Part<Data> = { status: "ok"; data: Data } | { status: "failed"; problem: z.infer<typeof problemSchema> };
export type Cut = z.infer<typeof cut>;
