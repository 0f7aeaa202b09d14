import type { Row } from "../../../contract/page.ts";
import type { Account } from "../account.ts";
import type { Plan } from "../compile/plan.ts";
import type { OffsetPaging } from "../paging/offset-paging.ts";
import type { Hooks } from "./types.ts";

/** Puts the hooks of one kind one after another. */
function hooksNamed<Name extends keyof Hooks>(hooks: readonly Hooks[], name: Name): NonNullable<Hooks[Name]>[] {
  const found: NonNullable<Hooks[Name]>[] = [];
  for (const one of hooks) {
    const hook = one[name];
    if (hook !== undefined) found.push(hook);
  }
  return found;
}

/** Writes a row in the dialects: its cells first, then what else is in it, and last of all its keys. */
function dressing(hooks: readonly Hooks[]): ((row: Row, plan: Plan) => Row) | undefined {
  const cells = hooksNamed(hooks, "cell");
  const numbers = hooksNamed(hooks, "number");
  const rows = hooksNamed(hooks, "row");
  const keys = hooksNamed(hooks, "key");
  if (cells.length + numbers.length + rows.length + keys.length === 0) return undefined;
  return (plain, plan) => {
    const row = { ...plain };
    for (const one of plan.dimensions) {
      row[one.name] = cells.reduce<unknown>((value, cell) => cell(value, one, plan.zone), row[one.name]);
    }
    for (const one of plan.measures) {
      row[one.name] = numbers.reduce<unknown>((value, number) => number(value, one), row[one.name]);
    }
    const whole = rows.reduce((before, change) => change(before, plan), row);
    const values = Object.values(whole);
    const names = keys.reduce((before, key) => before.map((name) => key(name, before)), Object.keys(whole));
    return Object.fromEntries(names.map((name, i) => [name, values[i]]));
  };
}

function pagingOf(hooks: readonly Hooks[], arrive: () => Promise<void>): OffsetPaging | undefined {
  const wanted = hooksNamed(hooks, "paging");
  if (wanted.length === 0) return undefined;
  let turns = 0;
  return {
    cap: Math.min(...wanted.map(({ cap }) => cap ?? Number.MAX_SAFE_INTEGER)),
    turn: wanted.some(({ shuffled }) => shuffled) ? () => ++turns : undefined,
    arrive: wanted.some(({ arriving }) => arriving) ? arrive : undefined,
  };
}

/**
 * The same data in other words: the account itself stays as it is.
 *
 * @param newest the moment at which conversations arrive that a dialect lets arrive
 */
export function applyDialects(account: Account, hooks: readonly Hooks[], newest: () => Date): Account {
  return {
    ...account,
    catalogue: hooksNamed(hooks, "catalogue").reduce((catalogue, change) => change(catalogue), account.catalogue),
    dress: dressing(hooks),
    paging: pagingOf(hooks, () => account.grow(1, newest())),
  };
}
