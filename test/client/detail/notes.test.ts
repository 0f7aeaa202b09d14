import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { briefOf } from "../../../client/detail/brief.ts";
import { orderLines } from "../../../client/detail/lines.ts";
import { mostLanes, notesOf } from "../../../client/detail/notes.ts";
import { groupResults } from "../../../client/detail/operator-results.ts";
import { personFields, personLink } from "../../../client/detail/person-links.ts";
import { piecesOf } from "../../../client/detail/pieces.ts";
import { summaryOf } from "../../../client/detail/summary.ts";
import { mergeTurns } from "../../../client/detail/turns.ts";
import { waitBefore } from "../../../client/detail/waits.ts";
import { loadLaterWords } from "../../../client/words/words.ts";
import { operatorResultSchema, participantSchema } from "../../../contract/detail.ts";
import { communication, transcripts } from "./line-samples.ts";

beforeAll(loadLaterWords);

function groupsOf(results: readonly object[], names: Record<string, string> = {}) {
  return groupResults(
    results.map((one) => operatorResultSchema.parse(one)),
    names,
    "Unnamed",
  );
}

const covering = (operator: string, first: string | undefined, last: string | undefined) => ({
  operator: { id: operator },
  result: { label: "x" },
  executionDetails: { communications: { first, last } },
});

describe("notes beside the lines", () => {
  const world = transcripts.chain((all) => {
    const lines = orderLines(all.map((one, place) => ({ ...one, id: `l${place}` })));
    const end = fc.option(fc.nat({ max: Math.max(0, lines.length - 1) }), { nil: undefined });
    const found = fc.record({ operator: fc.constantFrom("a", "b", "c", "d", "e", "f"), first: end, last: end });
    return fc.record({ lines: fc.constant(lines), found: fc.array(found, { maxLength: 12 }) });
  });
  const idAt = (lines: ReturnType<typeof orderLines>, place: number | undefined) =>
    place === undefined ? undefined : lines[place]?.id;

  test("cover a part of the lines each, and those of one operator cover no line twice", () => {
    fc.assert(
      fc.property(world, ({ lines, found }) => {
        const groups = groupsOf(
          found.map(({ operator, first, last }) => covering(operator, idAt(lines, first), idAt(lines, last))),
        );
        const notes = notesOf(groups, lines);
        for (const [place, one] of notes.entries()) {
          expect(one.from).toBeLessThanOrEqual(one.to);
          expect(one.to - one.from + 1).toBeLessThan(lines.length);
          for (const other of notes.slice(place + 1)) {
            const meets = one.from <= other.to && other.from <= one.to;
            if (meets) expect(one.one.operator).not.toBe(other.one.operator);
            if (meets && Math.max(one.lane, other.lane) < mostLanes - 1) expect(one.lane).not.toBe(other.lane);
          }
        }
      }),
    );
  });

  test("cut turns without losing a line, and each begins once, where it begins", () => {
    fc.assert(
      fc.property(world, ({ lines, found }) => {
        const groups = groupsOf(
          found.map(({ operator, first, last }) => covering(operator, idAt(lines, first), idAt(lines, last))),
        );
        const notes = notesOf(groups, lines);
        const pieces = mergeTurns(lines).flatMap((turn) => piecesOf(turn, notes));
        expect(pieces.flatMap((piece) => piece.lines)).toEqual(lines);
        expect(pieces.flatMap(({ begun }) => begun)).toHaveLength(notes.length);
        for (const { first, lines: own, begun, covered } of pieces) {
          for (const note of begun) expect(note.from).toBe(first);
          for (const { note, goesOn } of covered) {
            expect(note.from).toBeLessThanOrEqual(first);
            expect(note.to).toBeGreaterThanOrEqual(first + own.length - 1);
            expect(goesOn).toBe(note.to > first + own.length - 1);
          }
        }
      }),
    );
  });

  test.each<[unknown, string, boolean]>([
    [{ label: "NEGATIVE" }, "Negative", true],
    [
      { adherence: "partially_adherent", score: 1234, missed: [] },
      "Adherence: Partially adherent · Score: 1,234 · Missed: –",
      true,
    ],
    [{ entities: [{ text: "477", label: "ORDER" }] }, "477", false],
    [{ deep: { er: 1 }, plain: true }, "Plain: true", false],
    [{ text: "word ".repeat(60) }, `${"word ".repeat(28).slice(0, 139).trim()}…`, false],
  ])("say %j as “%s”", (result, text, isWhole) => {
    expect(briefOf({ result: operatorResultSchema.parse({ result }) })).toEqual({ text, isWhole });
  });
});

describe("a summary", () => {
  test("is known by its operator's name, or by its own, and by nothing else", () => {
    const text = { operator: { id: "o" }, result: { text: "All was well." } };
    expect(summaryOf(groupsOf([text], { o: "Conversation Summary" }))?.text).toBe("All was well.");
    expect(summaryOf(groupsOf([text], { o: "Resumen" }))?.text).toBe("All was well.");
    expect(summaryOf(groupsOf([text], { o: "Next Best Response" }))).toBeUndefined();
    const named = { operator: { id: "o" }, result: { summary: "Well.", score: 1 } };
    expect(summaryOf(groupsOf([named], { o: "Wrap-up" }))?.text).toBe("Well.");
    expect(summaryOf(groupsOf([{ operator: { id: "o" }, result: { text: " " } }], { o: "Summary" }))).toBeUndefined();
  });
});

describe("a wait", () => {
  const turnsAt = (...seconds: (number | undefined)[]) =>
    mergeTurns(
      orderLines(
        seconds.map((at, place) =>
          communication({
            author: { participantId: `p${place}` },
            ...(at === undefined ? {} : { occurredAt: new Date(Date.UTC(2026, 10, 3, 12, 0, at)).toISOString() }),
          }),
        ),
      ),
    );
  const wait = (turns: ReturnType<typeof turnsAt>, kind: Parameters<typeof waitBefore>[2]) => {
    const [before, turn] = turns;
    return turn && waitBefore(turn, before, kind);
  };

  test("is told where an agent let the customer wait, and both lines have a time", () => {
    expect(wait(turnsAt(0, 48), "agent")).toBe(48);
    expect(wait(turnsAt(0, 48), "ai")).toBe(48);
    expect(wait(turnsAt(0, 48), "customer")).toBeUndefined();
    expect(wait(turnsAt(0, 29), "agent")).toBeUndefined();
    expect(wait(turnsAt(0, undefined), "agent")).toBeUndefined();
  });
});

describe("all conversations of a person", () => {
  const column = (field: string, role?: "customer" | "agent") => ({
    field,
    label: field,
    kind: "text" as const,
    sortable: true,
    ...(role ? { role } : {}),
  });
  const [dana, ben, bot] = [
    { name: "Dana", type: "CUSTOMER", addresses: [{ address: "+1" }] },
    { name: "Ben", type: "HUMAN_AGENT" },
    { name: "Nova", type: "AI_AGENT" },
  ].map((one) => participantSchema.parse(one));
  if (!dana || !ben || !bot) throw new Error("There are three.");
  const people = [dana, ben, bot];
  const of = (columns: ReturnType<typeof column>[], row: Record<string, unknown> | undefined, person = dana) =>
    personLink(person, people, personFields(columns), row);

  test("are found by the row's value, in its spelling, else by name or by address as the field has them", () => {
    expect(of([column("CustomerName", "customer")], { CustomerName: "Dana S." })?.value).toBe("Dana S.");
    expect(of([column("CustomerName", "customer")], undefined)).toEqual({ field: "CustomerName", value: "Dana" });
    expect(of([column("CustomerPhone", "customer")], undefined)?.value).toBe("+1");
    expect(of([column("CustomerId", "customer")], undefined)).toBeUndefined();
    expect(of([column("CustomerId", "customer")], { CustomerId: "c7" })?.value).toBe("c7");
    expect(of([column("AgentName", "agent")], { AgentName: ["NOVA", "Ben"] }, bot)?.value).toBe("NOVA");
    expect(of([column("AgentName", "agent")], { AgentName: "Ben" }, bot)?.value).toBe("Nova");
    expect(of([], { CustomerName: "Dana S." })).toBeUndefined();
  });
});
