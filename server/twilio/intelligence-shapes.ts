import { z } from "zod";

const text = z.string().optional().catch(undefined);

function list<Item extends z.ZodType>(item: Item) {
  return z.array(item.or(z.unknown().transform(() => undefined))).catch([]);
}

const participant = z.object({ id: text, name: text, type: text, addressValues: z.array(z.string()).catch([]) });

const communication = z.object({
  id: text,
  participantId: text,
  content: z.object({ text }).catch({ text: undefined }),
  createdAt: text,
});

/** A conversation as Intelligence v3 keeps it: everything in one answer, but no channel beside a line or an address. */
export const intelligenceConversationSchema = z.object({
  id: text,
  name: text,
  status: text,
  channels: z.array(z.string()).catch([]),
  createdAt: text,
  updatedAt: text,
  participants: list(participant),
  communications: list(communication),
});

/** An operator by id, for its name. */
export const operatorSchema = z.object({ id: z.string().min(1), displayName: z.string().min(1) });

export type IntelligenceConversation = z.infer<typeof intelligenceConversationSchema>;
