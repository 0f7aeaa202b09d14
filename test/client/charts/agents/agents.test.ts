import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type AgentGroup,
  agentRows,
  averageOf,
  type FeltGroup,
  longestOf,
  negativeOf,
} from "../../../../client/charts/agents/agents.ts";
import { figureOf, pressHead, sortAgents } from "../../../../client/charts/agents/sort.ts";
import { agentFigures, usualAgents } from "../../../../client/view/view.ts";

/** A conversation as an account has it, of which groups are made. */
const anyConversation = fc.record({
  agents: fc.uniqueArray(fc.constantFrom("Ada", "Bo", "Cy"), { maxLength: 2 }),
  kind: fc.constantFrom("AI_AGENT", "HUMAN_AGENT"),
  negative: fc.boolean(),
  seconds: fc.nat({ max: 5000 }),
  wait: fc.nat({ max: 900 }),
});
const anyConversations = fc.array(anyConversation, { maxLength: 60 });
type Conversation = typeof anyConversation extends fc.Arbitrary<infer One> ? One : never;

function groupedBy<T>(
  list: readonly Conversation[],
  keyOf: (one: Conversation) => string,
  make: (own: Conversation[]) => T,
): T[] {
  const groups = new Map<string, Conversation[]>();
  for (const one of list) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return [...groups.values()].map(make);
}

function mean(list: readonly Conversation[]): number {
  return list.reduce((sum, { seconds }) => sum + seconds, 0) / list.length;
}

function measure(value: number) {
  return { text: String(value), value };
}

/** As an account answers that gives arrays whole. */
function answered(list: readonly Conversation[]): { groups: AgentGroup[]; felt: FeltGroup[] } {
  return {
    groups: groupedBy(
      list,
      ({ agents }) => JSON.stringify(agents.toSorted()),
      (own) => ({
        members: own[0]?.agents ?? [],
        count: own.length,
        duration: measure(mean(own)),
        wait: measure(Math.max(...own.map(({ wait }) => wait))),
      }),
    ),
    felt: groupedBy(
      list,
      ({ agents, kind, negative }) => JSON.stringify([agents.toSorted(), kind, negative]),
      (own) => ({
        members: own[0]?.agents ?? [],
        kinds: [own[0]?.kind ?? ""],
        negative: own[0]?.negative ?? false,
        count: own.length,
      }),
    ),
  };
}

test("every agent has the figures of all of its conversations, whoever else was in them", () => {
  fc.assert(
    fc.property(anyConversations, (list) => {
      const { groups, felt } = answered(list);
      const { rows, overlap } = agentRows({
        groups,
        felt: { groups: felt, isWhole: true },
        byKind: false,
        population: list.length,
      });
      expect(overlap).toBe(list.some(({ agents }) => agents.length > 1));
      const named = new Set(list.flatMap(({ agents }) => agents));
      expect(
        rows
          .map(({ raw }) => raw)
          .filter((raw) => raw !== undefined)
          .toSorted(),
      ).toEqual([...named].toSorted());
      for (const row of rows) {
        const own = list.filter(({ agents }) =>
          row.raw === undefined ? agents.length === 0 : agents.some((one) => one === row.raw),
        );
        expect(row.count).toBe(own.length);
        expect(row.negative).toBe(own.filter(({ negative }) => negative).length);
        expect(row.duration?.value).toBeCloseTo(mean(own), 6);
        expect(row.wait?.value).toBe(Math.max(...own.map(({ wait }) => wait)));
        expect(row.duration?.isWeighted).toBe(
          groups.filter(({ members }) => (row.raw === undefined ? members.length === 0 : members.includes(row.raw)))
            .length > 1,
        );
      }
    }),
  );
});

describe("an agent", () => {
  test("has the account's own average, to the digit, where one group is all of it", () => {
    const group = { members: ["Ada"], count: 3, duration: { text: "12.3456789", value: 12.3456789 }, wait: undefined };
    expect(averageOf([group, { ...group, count: 5, duration: undefined }])).toEqual({
      ...group.duration,
      isWeighted: false,
    });
    expect(averageOf([{ ...group, duration: undefined }])).toBeUndefined();
    expect(longestOf([group])).toBeUndefined();
  });

  test("has no negative count that could hold a conversation twice, or lack one", () => {
    const felt = (count: number, negative: boolean): FeltGroup => ({ members: ["Ada"], kinds: [], negative, count });
    // Taken apart: five conversations, of which up to three are in two groups.
    expect(negativeOf([felt(3, true), felt(3, true), felt(2, false)], 5, true)).toBeUndefined();
    expect(negativeOf([felt(3, true), felt(4, false)], 5, true)).toBe(3);
    expect(negativeOf([felt(3, true)], 5, false)).toBeUndefined();
    expect(negativeOf([felt(6, true)], 5, true)).toBeUndefined();
    expect(negativeOf([], 5, true)).toBe(0);
  });

  test("is neither a person nor AI where both are told of it", () => {
    const kinds = (...values: string[]) =>
      agentRows({
        groups: [{ members: ["Ada"], count: 1, duration: undefined, wait: undefined }],
        felt: { groups: [{ members: ["Ada"], kinds: values, negative: false, count: 1 }], isWhole: true },
        byKind: false,
        population: 1,
      }).rows[0]?.kind;
    expect([kinds("AI_AGENT"), kinds("human"), kinds("human", "ai"), kinds()]).toEqual([
      "ai",
      "human",
      undefined,
      undefined,
    ]);
  });
});

test("what no group holds is without an agent, but for where the groups hold more than there are", () => {
  const group = { members: ["Ada"], count: 8, duration: undefined, wait: undefined };
  const of = (population: number | undefined) =>
    agentRows({ groups: [group], felt: undefined, byKind: false, population });
  expect(of(10).rows[1]).toMatchObject({ raw: undefined, count: 2 });
  expect(of(undefined).rows).toHaveLength(1);
  expect(of(7)).toMatchObject({ rows: [{ count: 8 }], overlap: true });
});

const anyRow = fc.record({
  raw: fc.option(fc.string(), { nil: undefined }),
  kind: fc.constant(undefined),
  count: fc.integer({ min: 1, max: 50 }),
  negative: fc.option(fc.nat({ max: 50 }), { nil: undefined }),
  duration: fc.option(
    fc.nat({ max: 50 }).map((value) => ({ ...measure(value), isWeighted: false })),
    { nil: undefined },
  ),
  wait: fc.constant(undefined),
});

test("agents are sorted by any figure, those without it or without a name at the end either way", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(anyRow, { selector: ({ raw }) => raw ?? null }),
      fc.constantFrom(...agentFigures),
      fc.constantFrom("ASC", "DESC"),
      (rows, sort, direction) => {
        const sorted = sortAgents(rows, { by: "agent", sort, direction });
        expect(sorted).toHaveLength(rows.length);
        expect(new Set(sorted)).toEqual(new Set(rows));
        const named = sorted.filter(({ raw }) => raw !== undefined).map((row) => figureOf(row, sort));
        expect(sorted.findIndex(({ raw }) => raw === undefined)).toBe(
          named.length === sorted.length ? -1 : sorted.length - 1,
        );
        const known = named.filter((one) => one !== undefined);
        expect(named.slice(0, known.length)).toEqual(known);
        const turned = direction === "DESC" ? known.toReversed() : known;
        expect(turned).toEqual(turned.toSorted((a, b) => a - b));
      },
    ),
  );
});

test("a head sorts by the highest first, and is turned by a second press", () => {
  const once = pressHead(usualAgents, "duration");
  expect(once).toEqual({ by: "agent", sort: "duration", direction: "DESC" });
  expect(pressHead(once, "duration").direction).toBe("ASC");
  expect(pressHead(pressHead(once, "duration"), "wait")).toEqual({ by: "agent", sort: "wait", direction: "DESC" });
});
