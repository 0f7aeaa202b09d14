import { countRepeated } from "../../../client/api/row-key.ts";
import { readTrend, trendRow } from "../../../client/charts/trend/read-trend.ts";
import { valueKey } from "../../../client/format/values.ts";
import {
  anyValueLeaf,
  breakDown,
  provesWhole,
  readCount,
  readCube,
  singleCount,
  totalOf,
} from "../../../client/insights/cube.ts";
import { jointRoles } from "../../../client/insights/separate-queries.ts";
import { conditionLeaves, countRequest } from "../../../client/view/compile.ts";
import { type FilterRole, filterRoles } from "../../../client/view/view.ts";
import { checkCount } from "../../../contract/checks.ts";
import type { FieldRole, FieldRoles } from "../../../contract/fields.ts";
import { findingsSchema } from "../../../contract/findings.ts";
import type { InsightsQueryRequest } from "../../../contract/query.ts";
import { isRefusal, readAll } from "./asking.ts";
import { areKept, type FigureDoubt, figureDoubt, isRounded } from "./figure-doubts.ts";
import { isOffAtEdges, type JobFrame, type JobReport, put, saysClocks, within } from "./report.ts";

/** What the screen would read from an answer; what cannot be read is a failure of its part, and said. */
function readOrSay<Value>(what: string, report: JobReport, read: () => Value): Value | undefined {
  try {
    return read();
  } catch (error) {
    report.said.push(`${what}: ${String(error)}`);
    return undefined;
  }
}

/** The count of a query without dimensions. Undefined where there is none. */
export async function countOf(
  what: string,
  frame: JobFrame,
  fields: FieldRoles,
  report: JobReport,
): Promise<number | undefined> {
  const { base, view, window } = frame;
  const answer = await readAll(base, countRequest(view, fields, window, [], { kind: "all" }));
  if (isRefusal(answer)) {
    report.said.push(`${what}: ${answer.refused}`);
    return undefined;
  }
  return readOrSay(what, report, () => singleCount(answer.rows, fields.roles));
}

/** Whether two figures of one answer differ, which the screen says with both of them. */
function isTold(found: number, counted: number): boolean {
  return checkCount(found, counted).kind !== "agrees";
}

/** Whether a figure may be an estimate of another: off by a fiftieth at most, small ones by one. */
function isNearTo(got: number, real: number): boolean {
  return Math.abs(got - real) <= Math.max(1, real / 50);
}

/** The values of a role, by a query of its own, as `client/insights/separate.ts` reads them. */
async function checkFacet(
  role: FilterRole,
  own: FieldRole,
  { frame, fields, total, isWhole }: Facets,
  report: JobReport,
): Promise<void> {
  const { base, view, window } = frame;
  const condition = conditionLeaves(own);
  const requestOf = (dimensions: string[], leaves = condition) =>
    countRequest(view, fields, window, dimensions, { kind: "all" }, leaves);
  const asked = requestOf([own.field]);
  const answer = await readAll(base, asked);
  if (isRefusal(answer) || answer.notReturned.has(own.field)) {
    report.said.push(`${role}: ${isRefusal(answer) ? answer.refused : "not returned"}`);
    return;
  }
  const groups = readOrSay(role, report, () => readCube(answer.rows, fields.roles));
  if (!groups) return;
  const broken = breakDown(role, groups);
  const isNear = total !== undefined && checkCount(totalOf(groups), total).kind === "near";
  const doubt = figureDoubt(answer);
  // A group that comes twice, also when it is read again, is said.
  const isSaid = answer.lost > 0 || countRepeated(answer.rows, asked) > 0;
  const isOpen = saysClocks(answer.notes);
  const expected = within(frame);
  const counts = new Map(broken.entries.map(({ key, count }) => [key, count]));
  const figures = [...new Set([...expected.flatMap((one) => one[role]), ...counts.keys()])].map((value) => ({
    value,
    got: counts.get(value) ?? 0,
    real: expected.filter((one) => one[role].includes(value)).length,
    // Lists with the value are groups of their own.
    groups: groups.filter(({ members }) => members[role].some((member) => valueKey(member) === value)).length,
  }));
  const areGroupsKept = areKept(doubt, figures);
  for (const { value, got, real, groups: added } of figures) {
    const isAtEdges = isOpen && isOffAtEdges(frame, got, real, (one) => one[role].includes(value));
    const isEstimate = isNear && isNearTo(got, real);
    const isDoubted = areGroupsKept || isRounded(doubt, got, real, added) || isAtEdges || isEstimate;
    if (got !== real) put(report, `${role} ${value}: ${got} instead of ${real}`, isSaid || isDoubted);
  }
  if (total === undefined || broken.entries.length === 0) return;
  // From the cube, where that adds up, as `client/insights/use-cube.ts` has it.
  const isFromGroups = isWhole || provesWhole(answer.rows, [own.field]);
  const some = isFromGroups
    ? totalOf(groups) - broken.notSet
    : await having(base, requestOf([], [...condition, anyValueLeaf(own.field, role, groups)]), fields);
  const real = expected.filter((one) => one[role].length === 0).length;
  const got = some === undefined ? undefined : Math.max(0, total - some);
  const lacking = figures.reduce((sum, one) => sum + Math.max(0, one.real - one.got), 0);
  // The rest of all: those whose groups are left out are in it. It is as far off as all are.
  const isRest = got !== undefined && areGroupsKept && got > real && got - real <= lacking;
  const isEstimate = got !== undefined && isNear && Math.abs(got - real) <= Math.max(1, total / 50);
  const isAtEdges = got !== undefined && isOpen && isOffAtEdges(frame, got, real, (one) => one[role].length === 0);
  const added = 1 + (isFromGroups ? groups.length : 1);
  const isDoubted = isSaid || isRest || isEstimate || isAtEdges;
  checkNotSet(role, { got, real, own: broken.notSet, added, doubt, isDoubted }, report);
}

type NotSet = {
  got: number | undefined;
  real: number;
  /** As many have a group of their own. */
  own: number;
  /** Of how many figures it is the sum. */
  added: number;
  doubt: FigureDoubt;
  isDoubted: boolean;
};

/** How many have no value. Of figures that end at a cap, only a group of its own tells; without one it is not known. */
function checkNotSet(role: FilterRole, { got, real, own, added, doubt, isDoubted }: NotSet, report: JobReport): void {
  const isCapped = doubt.cap !== undefined;
  const shown = isCapped ? own : got;
  if (shown === undefined) report.said.push(`${role}, not set: refused`);
  else if (shown !== real)
    put(
      report,
      `${role}, not set: ${shown} instead of ${real}`,
      isCapped ? own === 0 : isDoubted || isRounded(doubt, shown, real, added),
    );
}

type Facets = { frame: JobFrame; fields: FieldRoles; total: number | undefined; isWhole: boolean };

/** How much is known of the account: the screen asks for figures anew where that grows. */
async function knownOf({ base }: JobFrame): Promise<number> {
  return findingsSchema.parse(await (await fetch(`${base}/api/findings`)).json()).items.length;
}

/** The values of each role. */
export async function checkFacets(
  frame: JobFrame,
  fields: FieldRoles,
  total: number | undefined,
  report: JobReport,
): Promise<void> {
  const known = await knownOf(frame);
  const first: JobReport = { wrong: [], said: [] };
  await checkEach(frame, fields, total, first);
  const isSame = (await knownOf(frame)) === known;
  const { wrong, said } = first;
  if (!isSame) await checkEach(frame, fields, total, report);
  else Object.assign(report, { wrong: [...report.wrong, ...wrong], said: [...report.said, ...said] });
}

async function checkEach(
  frame: JobFrame,
  fields: FieldRoles,
  total: number | undefined,
  report: JobReport,
): Promise<void> {
  const isWhole = total !== undefined && (await isCubeWhole(frame, fields, total));
  for (const role of filterRoles) {
    const own = fields.roles[role];
    if (own) await checkFacet(role, own, { frame, fields, total, isWhole }, report);
  }
}

/** Whether the cube of all roles holds each conversation once. */
async function isCubeWhole({ base, view, window }: JobFrame, fields: FieldRoles, total: number): Promise<boolean> {
  const dimensions = jointRoles(fields).flatMap((role) => fields.roles[role]?.field ?? []);
  const answer = await readAll(base, countRequest(view, fields, window, dimensions, { kind: "none" }));
  if (isRefusal(answer) || answer.notReturned.size > 0) return false;
  return provesWhole(answer.rows, dimensions) && totalOf(readCube(answer.rows, fields.roles)) === total;
}

async function having(base: string, request: InsightsQueryRequest, { roles }: FieldRoles): Promise<number | undefined> {
  const answer = await readAll(base, request);
  return isRefusal(answer) ? undefined : singleCount(answer.rows, roles);
}

/** The conversations by day of the view's zone. */
export async function checkTrend(
  frame: JobFrame,
  fields: FieldRoles,
  total: number | undefined,
  report: JobReport,
): Promise<void> {
  const { base, view, window } = frame;
  const { count, time } = fields.roles;
  const day = time?.grains.day;
  if (!day || !count) {
    report.said.push("trend: no days");
    return;
  }
  const request = countRequest(view, fields, window, [day], { kind: "all" });
  const answer = await readAll(base, request);
  if (isRefusal(answer)) {
    report.said.push(`trend: ${answer.refused}`);
    return;
  }
  const cellZone = request.properties?.timezone ?? "UTC";
  const trend = readOrSay("trend", report, () => {
    const rows = answer.rows.map((row) => trendRow(row, readCount(row, count.field), day, {}));
    const zone = view.zone;
    return readTrend(rows, { window, zone, cellZone, grain: "day", cells: "day", kind: "all" }, false);
  });
  if (!trend) return;
  const { buckets, outside, shifted } = trend;
  const expected = within(frame);
  const figures = buckets.map(({ start, end, total: got }) => ({
    got,
    real: expected.filter(({ created }) => created >= start && created < end).length,
  }));
  const off = figures.flatMap(({ got, real }, place) =>
    got === real ? [] : [`trend, day ${place + 1}: ${got} instead of ${real}`],
  );
  if (off.length === 0) return;
  // The card says buckets that are cut elsewhere, rows that were lost, and a sum that is not the count.
  const sum = buckets.reduce((all, bucket) => all + bucket.total, 0) + outside;
  const doubt = figureDoubt(answer);
  const isDoubted = areKept(doubt, figures) || figures.every(({ got, real }) => isRounded(doubt, got, real, 1));
  const isAtEdges = saysClocks(answer.notes) && isOffAtEdges(frame, sum, expected.length, () => true);
  const isDoubtful = isDoubted || isAtEdges;
  // Sums of rounded figures are no count's, whatever else is said of them.
  const isOff = doubt.half === 0 && doubt.cap === undefined && total !== undefined && isTold(sum, total);
  // A day that comes twice, also when it is read again, is said.
  const isTwice = countRepeated(answer.rows, request) > 0;
  put(report, off.join(", "), shifted || answer.lost > 0 || isTwice || isDoubtful || isOff);
}
