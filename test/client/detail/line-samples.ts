import fc from "fast-check";
import { type Communication, communicationSchema } from "../../../contract/detail.ts";

/** A communication with what matters to a test; the rest as an upstream leaves it out. */
export function communication(more: Record<string, unknown>): Communication {
  return communicationSchema.parse(more);
}

const time = fc.oneof(
  fc.constant(undefined),
  fc
    .tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 999_999 }))
    .map(
      ([s, micro]) =>
        `2026-11-03T12:0${Math.floor(s / 60) % 10}:${String(s % 60).padStart(2, "0")}.${String(micro).padStart(6, "0")}Z`,
    ),
);

/** Transcripts of few authors, so that conversationApis are often alike, with missing times, ids and authors. */
export const transcripts = fc.array(
  fc
    .record({
      id: fc.option(fc.string(), { nil: undefined }),
      occurredAt: time,
      createdAt: time,
      participantId: fc.constantFrom(undefined, "p1", "p2"),
      address: fc.constantFrom(undefined, "+1", "+2"),
      channel: fc.constantFrom(undefined, "VOICE", "SMS"),
      text: fc.option(fc.string({ unit: "grapheme" }), { nil: undefined }),
    })
    .map(({ participantId, address, channel, text, ...rest }) =>
      communication({ ...rest, author: { participantId, address, channel }, content: { text } }),
    ),
  { maxLength: 40 },
);
