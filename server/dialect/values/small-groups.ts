import { mayBeEstimates } from "../../../contract/checks.ts";
import type { Row } from "../../../contract/page.ts";
import type { FilterLeaf } from "../../../contract/query.ts";
import type { Knowledge } from "../../accounts/knowledge.ts";
import { refusalOf } from "../../twilio/refusals.ts";
import { keptGroups } from "../count-plan.ts";
import type { BothCounts } from "../hold-not-set.ts";
import { isUnanswered, shared } from "../lane.ts";
import { cellOf, numberOf, textOf, valuesOf } from "../local/cells.ts";
import type { Shape } from "../shape.ts";
import { type Answer, askOnce, mostRows } from "./answer.ts";
import { type AskRows, areWhole, type Counts, countsOf, filtered, sumOf, valuesIn } from "./counts.ts";
import { comparisonsOf } from "./figures.ts";
import { areInexact, inexactCounts, type Valued } from "./inexact.ts";

const mostKept = 40;
/** Counts by the same fields that are looked into; another window has other groups. */
const mostLooks = 3;
/** More values are not excluded in one query. */
const mostValues = 50;

/** What those who bundle small groups call them. */
const wordsOfOthers = /^[([_ ]*(?:all )?(?:others?|otros|autres|sonstige|rest|remaining)[)\]_ ]*$/i;

function isWordOfOthers(value: string): boolean {
  return wordsOfOthers.test(value);
}

/** Finds accounts that leave small groups out of counts, put them together, or round counts. */
export type SmallGroups = {
  /** @returns whether the plan's request has to be written anew. */
  look(answer: Answer): Promise<boolean>;
  /** Takes groups as they come, which is said, where rows do not bear them out: these lack some too, or counts are too low. */
  giveUp(held: BothCounts): void;
};

/** What one count is looked into with. `list` asks for its conversations once, however many want them. */
type Looking = { id: string; shape: Shape; ask: AskRows; list: () => Promise<readonly Row[] | undefined> };

/** The conversations of a count, with what they are counted by; undefined where they are more than one page. */
async function listOf(counts: Counts, id: string, ask: AskRows): Promise<readonly Row[] | undefined> {
  const rows = await ask(filtered(counts, { dimensions: [id, ...counts.fields] }, []));
  return rows && rows.length < mostRows ? rows : undefined;
}

/**
 * How many conversations have a value everywhere, and how many the groups that have one hold. Where the account cannot be
 * asked for those, they are told from its list.
 */
async function countValued(counts: Counts, { id, ask, list }: Looking): Promise<Valued | undefined> {
  const known = counts.fields.map((field) => ({ field, values: valuesIn(counts, field) }));
  const some = known.filter(({ values }) => values.length > 0 && values.length <= mostValues);
  if (some.length === 0) return undefined;
  const leaves = some.map(({ field, values }): FilterLeaf => ({ op: "IN", field, values }));
  const rows = await ask(filtered(counts, { measures: [counts.measure] }, leaves));
  const hasAll = (row: Row) => some.every(({ field }) => valuesOf(cellOf(row, field)).length > 0);
  const listed = rows ? undefined : (await list())?.filter(hasAll).map((row) => row[id]);
  const count = rows ? numberOf(rows[0]?.[counts.measure]) : listed && new Set(listed).size;
  const due = sumOf(counts, hasAll);
  return count === undefined ? undefined : { count, due };
}

/** Whether rows have values that no group has. */
async function lacksValues(counts: Counts, { id, ask, list }: Looking): Promise<boolean> {
  const [field = "", ...others] = counts.fields;
  const values = valuesIn(counts, field);
  if (others.length > 0 || values.length === 0 || values.length > mostValues) return false;
  const leaves = values.map((value): FilterLeaf => ({ op: "NE", field, values: [value] }));
  const rows = (await ask(filtered(counts, { dimensions: [id, field] }, leaves))) ?? (await list());
  const known = new Set(values);
  return (rows ?? []).some((row) => valuesOf(cellOf(row, field)).some((one) => one !== "" && !known.has(textOf(one))));
}

/** Whether groups of whole lists, which no conversation shares, hold more than there are: small ones may be rounded up. */
function exceeds(counts: Counts, total: number): boolean {
  const sum = sumOf(counts);
  return areWhole(counts) && sum > total && !mayBeEstimates(sum, total);
}

/** Whether a group has no number: `<5`, `*` or nothing may stand for a small one. */
function hasUnreadable({ fields, rows, measure }: Counts): boolean {
  const numberIn = (cell: unknown) => numberOf(typeof cell === "string" ? cell.trim() : cell);
  return fields.length > 0 && rows.some((row) => numberIn(row[measure]) === undefined);
}

/** Whether a word for the rest of them all is no value: its group has conversations, and a filter finds none of them. */
async function hasBundle(counts: Counts, { ask, list }: Looking): Promise<boolean> {
  for (const field of counts.fields) {
    const word = valuesIn(counts, field).find(isWordOfOthers);
    if (word === undefined) continue;
    const leaf: FilterLeaf = { op: "EQ", field, values: [word] };
    const rows = await ask(filtered(counts, { measures: [counts.measure] }, [leaf]));
    if (rows) return (numberOf(rows[0]?.[counts.measure]) ?? 0) === 0;
    const listed = await list();
    return listed !== undefined && !listed.some((row) => valuesOf(cellOf(row, field)).map(textOf).includes(word));
  }
  return false;
}

export function smallGroups(knowledge: Knowledge): SmallGroups {
  const totals = new Map<string, number>();
  const open = new Map<string, Counts>();
  const looks = new Map<string, number>();
  const inexact = inexactCounts(knowledge);

  function keep<Value>(all: Map<string, Value>, name: string, value: Value): void {
    all.set(name, value);
    const [oldest] = all.keys();
    if (all.size > mostKept && oldest !== undefined) all.delete(oldest);
  }

  /** Whether groups are missing, as far as the count of those with a value and the rows tell. */
  async function lacks(counts: Counts, looking: Looking): Promise<boolean> {
    const { shape, ask } = looking;
    const valued = await countValued(counts, looking);
    if (valued && inexact.learnFewer(counts, valued, shape)) return true;
    if (valued && valued.count > valued.due && !mayBeEstimates(valued.due, valued.count)) return true;
    if (await lacksValues(counts, looking)) return true;
    return valued !== undefined && (await inexact.learnMore(counts, valued, shape, ask));
  }

  async function compare(counts: Counts, total: number, looking: Looking): Promise<boolean> {
    const { shape, ask } = looking;
    if (await inexact.look(counts, total, shape, ask)) return true;
    if (areInexact(knowledge)) return false;
    const isSame = sumOf(counts) === total;
    const name = JSON.stringify(counts.fields);
    const times = looks.get(name) ?? 0;
    if (
      times >= mostLooks ||
      (isSame && !counts.fields.some((field) => valuesIn(counts, field).some(isWordOfOthers)))
    ) {
      return false;
    }
    looks.set(name, times + 1);
    const isBundled =
      exceeds(counts, total) || (await hasBundle(counts, looking)) || (!isSame && (await lacks(counts, looking)));
    if (isBundled && !areInexact(knowledge)) knowledge.learn({ kind: "small-groups", how: "seen" });
    return isBundled;
  }

  return {
    giveUp({ rows, all }) {
      // More rows than are counted: no groups are missing, counts are too low.
      if (rows > all) {
        knowledge.forget("small-groups");
        inexact.learnLow(rows - all);
      } else knowledge.learn({ kind: "small-groups", value: keptGroups, how: "seen" });
    },
    async look(answer) {
      const { shape } = answer;
      // Not the asker's calls: what is looked into once is looked into to its end, also when the asker has gone.
      const asking = { ...answer, lane: shared(answer.lane) };
      // What one question cannot be asked, another may tell.
      const ask: AskRows = (request) =>
        askOnce(request, asking).catch((error: unknown) => {
          if (refusalOf(error)) return undefined;
          throw error;
        });
      const counts = countsOf(answer);
      if (!counts || knowledge.find("small-groups") || !comparisonsOf(counts.request)) return false;
      if (hasUnreadable(counts)) {
        knowledge.learn({ kind: "small-groups", how: "seen" });
        return true;
      }
      const id = shape.roles.id?.field ?? "";
      const lookInto = (one: Counts, total: number) => {
        let listed: ReturnType<typeof listOf> | undefined;
        const list = () => {
          listed ??= listOf(one, id, ask);
          return listed;
        };
        return compare(one, total, { id, shape, ask, list });
      };
      const window = JSON.stringify(counts.request.query.filters ?? []);
      const name = JSON.stringify([window, counts.fields]);
      try {
        // What has further pages is not added up.
        if (!answer.isEnd) return false;
        if (counts.fields.length > 0) {
          const total = totals.get(window);
          if (total !== undefined) return await lookInto(counts, total);
          keep(open, name, counts);
          return false;
        }
        const total = sumOf(counts);
        keep(totals, window, total);
        for (const [key, one] of open) {
          if (JSON.stringify(one.request.query.filters ?? []) !== window) continue;
          await lookInto(one, total);
          // What could not be compared waits for the next total.
          open.delete(key);
        }
      } catch (error) {
        // Where it cannot be found out now, the answer stands as it came.
        if (!isUnanswered(error)) throw error;
      }
      return false;
    },
  };
}
