import type { FilterLeaf } from "../../../contract/query.ts";
import type { Knowledge } from "../../accounts/knowledge.ts";
import { isUnanswered, shared } from "../lane.ts";
import { readRow } from "../leave-out.ts";
import { textOf, valuesOf } from "../local/cells.ts";
import { predicate } from "../local/predicate.ts";
import type { Plan } from "../plan.ts";
import { leavesIn, leavesOf } from "../split-filters.ts";
import type { Answer } from "./answer.ts";
import {
  absentFrom,
  comparisonsOf,
  countIn,
  type Found,
  hasValue,
  keptOf,
  type Shown,
  type Suspect,
  shownBy,
  suspectsOf,
} from "./figures.ts";
import { lookInto, type Probing, type Verdict } from "./probe.ts";
import { anySpelling, spelledValues } from "./spelling.ts";

/** Rows of an answer that are looked at. */
const looked = 1000;
/** Fewer rows of a list that goes on tell nothing of what is in none of them. */
const leastTelling = 20;
const mostKept = 40;
const mostTaken = 2000;
/** Values of one answer that are looked into. */
const mostSuspects = 2;

/** Whether a request was written before what is known now of how a field is filtered. */
function isOutdated({ sent, left }: Plan, leaf: FilterLeaf, knowledge: Knowledge): boolean {
  const { op, field, values = [] } = leaf;
  if (leavesIn(left).includes(leaf)) return false;
  if (knowledge.find("no-filter", field)) return true;
  const spelling = knowledge.find("value-spelling", field)?.value;
  if (spelling === undefined || knowledge.find("list-cells", field)) return false;
  const leaves = sent.flatMap(({ request }) => leavesOf(request)).filter((one) => one.field === field);
  const asked = new Set(leaves.filter((one) => (one.op === "NE") === (op === "NE")).flatMap((one) => one.values ?? []));
  return !spelledValues(values, spelling).every((value) => asked.has(value));
}

/** Finds filters that do not find what other answers show to be there, and how the account spells their values. */
export type ValueContradictions = {
  /**
   * Holds an answer against those before it: a list that is empty although its values were counted, say. Where something
   * contradicts, and only there, the account is asked in which spelling it takes a value; what comes of it is remembered.
   *
   * @returns whether the plan's request has to be written anew.
   */
  contradict(answer: Answer): Promise<boolean>;
};

export function valueContradictions(knowledge: Knowledge): ValueContradictions {
  const shown: Shown[] = [];
  const found: { found: Found; plan: Plan }[] = [];
  /** Values that were found to be taken, in the spellings in which they were asked for. */
  const taken = new Set<string>();
  const running = new Map<string, Promise<boolean>>();

  function remember<One>(all: One[], one: One): void {
    all.push(one);
    if (all.length > mostKept) all.shift();
  }

  /** Remembers a verdict. @returns whether it is something new. */
  function learn({ field, value }: Suspect, verdict: Verdict | undefined, name: string): boolean {
    // What is gone meanwhile is looked for no more, either.
    if (!verdict || verdict.kind === "taken") {
      taken.add(name);
      if (taken.size > mostTaken) taken.clear();
      return false;
    }
    const there = shown.flatMap(({ groups }) => groups.flatMap(({ cells }) => valuesOf(cells[field]).map(textOf)));
    if (verdict.kind === "bundle") {
      knowledge.learn({ kind: "small-groups", how: "seen" });
      return true;
    }
    // Two values that are told apart by their letter case alone would be one in another spelling.
    const isDouble = there.some((one) => one !== value && one.toLowerCase() === value.toLowerCase());
    if (verdict.kind !== "spelled" || isDouble) {
      knowledge.learn({ kind: "no-filter", field, how: "seen" });
      return true;
    }
    const isAmongOthers = [...taken].some((one) => one.startsWith(JSON.stringify([field]).slice(0, -1)));
    const before = knowledge.find("value-spelling", field);
    const isAny = verdict.as === undefined || before !== undefined || isAmongOthers;
    knowledge.learn({ kind: "value-spelling", field, value: isAny ? anySpelling : (verdict.as ?? ""), how: "seen" });
    return true;
  }

  /** Looks into one value, once for all who ask meanwhile. */
  function look(suspect: Suspect, probing: Probing): Promise<boolean> {
    const { field, value } = suspect;
    const asked = spelledValues([value], knowledge.find("value-spelling", field)?.value);
    const name = JSON.stringify([field, value, asked]);
    if (taken.has(name) || knowledge.find("no-filter", field) || knowledge.find("list-cells", field)) {
      return Promise.resolve(false);
    }
    const before = running.get(field);
    if (before !== undefined) return before;
    const isInRows = shown.some((one) => one.isList && hasValue(one, suspect));
    // Others wait for it who stay when the asker goes.
    const own = lookInto({ ...probing, lane: shared(probing.lane) }, { field, value, asked, isInRows })
      .then((verdict) => learn(suspect, verdict, name))
      .catch((error: unknown) => {
        // Where it cannot be found out now, the answer stands as it came.
        if (isUnanswered(error)) return false;
        throw error;
      })
      .finally(() => running.delete(field));
    running.set(field, own);
    return own;
  }

  async function lookAt(suspects: readonly Suspect[], probing: Probing): Promise<boolean> {
    const each = [...new Map(suspects.map((one) => [JSON.stringify(one), one])).values()];
    let isLearned = false;
    for (const suspect of each.slice(0, mostSuspects)) isLearned = (await look(suspect, probing)) || isLearned;
    return isLearned;
  }

  return {
    async contradict(answer) {
      const { plan, rows: bytes, isEnd, shape } = answer;
      const { canonical, left } = plan;
      const leaves = comparisonsOf(canonical);
      const isCutLater = left.length > 0 && plan.later.length > 0;
      if (!leaves || isCutLater) return false;
      const fits = predicate(left, shape.times);
      const rows = bytes.slice(0, looked).map(readRow).filter(fits);
      const probing = (of = canonical): Probing => ({ ...answer, of });

      const now = shownBy(canonical, rows, isEnd, shape);
      if (now) {
        remember(shown, now);
        for (const one of found) {
          if (await lookAt(suspectsOf(one.found, now), probing(one.plan.canonical))) found.splice(0);
        }
      }
      const count = countIn(canonical, rows, isEnd, shape);
      const own = [...leaves.values()].filter(({ op }) => op !== "GT" && op !== "LT");
      if (own.length === 0) return false;
      const isWrittenAnew = () => own.some((leaf) => isOutdated(plan, leaf, knowledge));
      if (isWrittenAnew()) return true;
      if (count !== undefined) remember(found, { found: { leaves, count }, plan });
      const isTelling = isEnd || rows.length >= leastTelling;
      const suspects = [
        ...(count === undefined ? [] : shown.flatMap((one) => suspectsOf({ leaves, count }, one))),
        ...(isTelling ? shown.flatMap((one) => absentFrom(leaves, rows, isEnd, one)) : []),
        ...keptOf(leaves, rows),
      ];
      await lookAt(suspects, probing());
      return isWrittenAnew();
    },
  };
}
