import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { orderLines } from "../../../client/detail/lines.ts";
import { mergeTurns, turnOf } from "../../../client/detail/turns.ts";
import { communication, transcripts } from "./line-samples.ts";

const ben = { participantId: "ben", channel: "VOICE" };
const dana = { participantId: "dana", channel: "VOICE" };

function said(author: object, at: string | undefined, text: string) {
  return communication({ author, occurredAt: at, content: { text } });
}

const spoken = (...communications: Parameters<typeof orderLines>[0]) =>
  mergeTurns(orderLines(communications)).map(({ lines }) => lines.map(({ text }) => text));

describe("lines", () => {
  test("come in time order, by when they occurred or else were created, to the microsecond", () => {
    const lines = orderLines([
      said(ben, "2026-11-03T12:00:01.000200Z", "c"),
      communication({ createdAt: "2026-11-03T12:00:02Z", content: { text: "d" } }),
      said(ben, "2026-11-03T12:00:01.0001Z", "b"),
      communication({
        occurredAt: "2026-11-03T13:00:00+01:00",
        createdAt: "2026-11-03T15:00:00Z",
        content: { text: "a" },
      }),
    ]);
    expect(lines.map(({ text }) => text).join("")).toBe("abcd");
  });

  test("without a time stay behind the line they came after", () => {
    const lines = orderLines([
      said(ben, undefined, "0"),
      said(ben, "2026-11-03T12:00:05Z", "2"),
      said(ben, undefined, "3"),
      said(ben, "2026-11-03T12:00:00Z", "1"),
    ]);
    expect(lines.map(({ text }) => text).join("")).toBe("0123");
  });

  test("are all kept, each with a key of its own, and times never go back", () => {
    fc.assert(
      fc.property(transcripts, (communications) => {
        const lines = orderLines(communications);
        const texts = (list: { text: string }[]) => list.map(({ text }) => text).sort();
        expect(texts(lines)).toEqual(texts(communications.map(({ content }) => ({ text: content.text ?? "" }))));
        expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
        const times = lines.flatMap(({ at }) => at ?? []);
        expect(times).toEqual([...times].sort((a, b) => a - b));
      }),
    );
  });
});

describe("turns", () => {
  test("join the fragments of one author, and break at another author, channel or a pause", () => {
    const at = (seconds: number) => new Date(Date.UTC(2026, 10, 3, 12, 0, seconds)).toISOString();
    expect(
      spoken(
        said(ben, at(0), "a"),
        said(ben, at(1), "b"),
        said(dana, at(2), "c"),
        said(ben, at(3), "d"),
        said({ ...ben, channel: "SMS" }, at(4), "e"),
        said({ ...ben, channel: "sms" }, at(5), "f"),
        said({ ...ben, channel: "sms" }, at(300), "g"),
      ),
    ).toEqual([["a", "b"], ["c"], ["d"], ["e", "f"], ["g"]]);
  });

  test("of authors known by address join, of nobody known do not", () => {
    const time = "2026-11-03T12:00:00Z";
    expect(spoken(said({ address: "+1" }, time, "a"), said({ address: "+1" }, time, "b"))).toEqual([["a", "b"]]);
    expect(spoken(said({}, time, "a"), said({}, time, "b"))).toEqual([["a"], ["b"]]);
  });

  test("lose no line, keep the order, never mix authors, and are found by a line's place", () => {
    fc.assert(
      fc.property(transcripts, (communications) => {
        const lines = orderLines(communications);
        const turns = mergeTurns(lines);
        expect(turns.flatMap((turn) => turn.lines)).toEqual(lines);
        for (const [place, turn] of turns.entries()) {
          expect(new Set(turn.lines.map(({ author }) => author.participantId)).size).toBe(1);
          expect(lines[turn.first]).toBe(turn.lines[0]);
          for (const [offset] of turn.lines.entries()) expect(turnOf(turns, turn.first + offset)).toBe(place);
        }
      }),
    );
  });
});
