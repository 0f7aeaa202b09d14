import { closeBrace, comma, openBrace } from "../../json/json-bytes.ts";
import { type JsonScanner, jsonScanner } from "../../json/json-scan.ts";
import { writeInstant } from "../time/wall.ts";
import { bareName } from "./keys.ts";

/** A member of an object among the bytes of a row: its name, and where its value stands. */
type Member = { name: string; from: number; to: number };

/** What was asked for: every field, dimensions first, and the measure that counts, if it is among them. */
export type AskedFields = { fields: readonly string[]; count: string | undefined };

/** How the rows of an answer are built. */
type Build = {
  /** The cells stand in objects within the row, by kind or by cube. */
  isNested: boolean;
  /** The cells are objects that hold the value and what else is known of it. */
  isWrapped: boolean;
  /** The cells are named by their place. */
  isNumbered: boolean;
  /** The count is a text with its thousands apart. */
  isGrouped: boolean;
};

const valueNames = ["value", "rawvalue", "raw"];
const thousands = /^"\d{1,3}(,\d{3})+"$/;

function membersOf(row: Buffer, json: JsonScanner, start: number): Member[] {
  const members: Member[] = [];
  for (let at = json.space(start + 1); row[at] !== closeBrace; ) {
    const behind = json.string(at);
    const name: unknown = JSON.parse(row.toString("utf8", at, behind));
    const from = json.space(json.space(behind) + 1);
    const to = json.value(from);
    members.push({ name: String(name), from, to });
    at = json.space(to);
    if (row[at] === comma) at = json.space(at + 1);
  }
  return members;
}

/** The bytes of the value that an object stands for; undefined where it stands for none. */
function wrappedValue(row: Buffer, json: JsonScanner, { from }: Member): Buffer | undefined {
  const members = membersOf(row, json, from);
  const value = members.find(({ name }) => valueNames.includes(bareName(name)));
  if (value) return row.subarray(value.from, value.to);
  // Protobuf's time since 1970.
  const number = (wanted: string) => {
    const found = members.find(({ name }) => name === wanted || name === `_${wanted}`);
    const text = found && row.toString("utf8", found.from, found.to).replaceAll('"', "");
    return text !== undefined && /^\d{1,11}$/.test(text) ? Number(text) : undefined;
  };
  const [seconds, nanos = number("nanoseconds") ?? 0] = [number("seconds"), number("nanos")];
  if (seconds === undefined || members.length > 2) return undefined;
  const fraction = String(nanos).padStart(9, "0").slice(0, 6);
  return Buffer.from(JSON.stringify(writeInstant(seconds, fraction)));
}

function isObject(row: Buffer, { from }: Member): boolean {
  return row[from] === openBrace;
}

/** The members of the objects within a row, under the name that was asked for where theirs and the object's make one. */
function lifted(
  row: Buffer,
  json: JsonScanner,
  members: readonly Member[],
  asked: ReadonlyMap<string, string>,
): Member[] {
  const names = new Set(asked.values());
  const taken = new Set<string>();
  return members.flatMap((outer) => {
    if (names.has(outer.name) || !isObject(row, outer)) return [outer];
    return membersOf(row, json, outer.from).flatMap((inner): Member[] => {
      const deeper = isObject(row, inner) && !names.has(inner.name) && wrappedValue(row, json, inner) === undefined;
      const own = deeper ? lifted(row, json, [inner], asked) : [inner];
      return own.map((one) => {
        const whole = asked.get(bareName(`${outer.name}.${one.name}`)) ?? one.name;
        const name = taken.has(whole) ? `${outer.name}.${one.name}` : whole;
        taken.add(name);
        return { ...one, name };
      });
    });
  });
}

/** Whether names are places: a word and the numbers from 0 or 1 on. */
function areNumbered(names: readonly string[]): boolean {
  const parts = names.map((name) => /^(\D*)(\d+)$/.exec(name));
  const [, word = "", first = ""] = parts[0] ?? [];
  const start = Number(first);
  return (
    start <= 1 && first !== "" && parts.every((part, place) => part?.[1] === word && Number(part[2]) === start + place)
  );
}

function buildOf(row: Buffer, { fields, count }: AskedFields): Build {
  const json = jsonScanner(row);
  const members = membersOf(row, json, 0);
  const names = members.map(({ name }) => name);
  const objects = members.filter((member) => isObject(row, member) && wrappedValue(row, json, member) === undefined);
  const bareNames = new Set(fields.map(bareName));
  const isAsked = (name: string) => bareNames.has(bareName(name));
  const isNested = objects.some(({ name }) => !isAsked(name)) && fields.some((field) => !names.includes(field));
  const inner = isNested ? lifted(row, json, members, new Map()) : members;
  return {
    isNested,
    isWrapped: inner.some((member) => isObject(row, member) && wrappedValue(row, json, member) !== undefined),
    isNumbered: names.length === fields.length && !names.some(isAsked) && areNumbered(names),
    isGrouped: inner.some(({ name, from, to }) => name === count && thousands.test(row.toString("latin1", from, to))),
  };
}

function rebuilt(row: Buffer, build: Build, { fields, count }: AskedFields, byBareName: Map<string, string>): Buffer {
  const json = jsonScanner(row);
  const direct = membersOf(row, json, 0);
  const members = build.isNested ? lifted(row, json, direct, byBareName) : direct;
  const parts = members.map((member, place) => {
    const name = (build.isNumbered ? fields[place] : undefined) ?? member.name;
    const value = build.isWrapped && isObject(row, member) ? wrappedValue(row, json, member) : undefined;
    const text = (value ?? row.subarray(member.from, member.to)).toString("utf8");
    const isCount = name === count && thousands.test(text);
    return `${JSON.stringify(name)}:${isCount ? text.replace(/[",]/g, "") : text}`;
  });
  return Buffer.from(`{${parts.join(",")}}`);
}

/** Rows that are looked at for how they are built: the first ones may have no value. */
const looked = 20;

/**
 * Brings rows that are built in another way into the usual one, an object of cells: cells in objects by kind or by cube,
 * cells that are objects with a `value`, cells named by their place, and a count with its thousands apart. The same list
 * where the rows are as usual.
 */
export function plainRows(rows: Buffer[], asked: AskedFields): Buffer[] {
  const builds = rows.slice(0, looked).map((row) => buildOf(row, asked));
  const some = (is: keyof Build) => builds.some((build) => build[is]);
  const build = {
    isNested: some("isNested"),
    isWrapped: some("isWrapped"),
    isNumbered: builds.length > 0 && builds.every(({ isNumbered }) => isNumbered),
    isGrouped: rows.length > 0 && asked.count !== undefined && some("isGrouped"),
  };
  if (!Object.values(build).some(Boolean)) return rows;
  const byBareName = new Map(asked.fields.map((field) => [bareName(field), field]));
  return rows.map((row) => rebuilt(row, build, asked, byBareName));
}
