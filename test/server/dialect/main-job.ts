import { availableColumns, shownColumns } from "../../../client/view/columns.ts";
import { conversationRequests, countRequest, tableRequest } from "../../../client/view/compile.ts";
import type { Window } from "../../../client/view/range.ts";
import { defaultView, filterRoles, type View } from "../../../client/view/view.ts";
import { accountSchema } from "../../../contract/account.ts";
import { accountFields } from "../../../contract/account-fields.ts";
import type { FieldRoles } from "../../../contract/fields.ts";
import { metadataSchema } from "../../../contract/metadata.ts";
import { answered, isRefusal, readAll } from "./asking.ts";
import { exported } from "./export-job.ts";
import { checkFacets, checkTrend, countOf } from "./figures.ts";
import {
  type CellRole,
  checkReturned,
  isAtEdge,
  isNewestFirst,
  type JobFrame,
  type JobReport,
  joinShown,
  put,
  saysClocks,
  shownRows,
  within,
  wrongCells,
} from "./report.ts";
import { plainValues, type TrueConversation } from "./truth.ts";

type Where = { base: string; zone: string; window: Window; truth: readonly TrueConversation[] };

function requestOf({ view, window, metadata }: JobFrame, fields: FieldRoles, changed: Partial<View> = {}) {
  const own = { ...view, ...changed };
  return tableRequest(own, fields, shownColumns(own, availableColumns(metadata, fields), fields), window);
}

/**
 * What everything is asked in, when the account has shown how it speaks; the table's request among it.
 *
 * @param isLookedAt whether a list has been asked for; nobody has looked at the account otherwise.
 */
export async function frameOf({ base, zone, window, truth }: Where, isLookedAt = true) {
  const metadata = metadataSchema.parse((await answered(`${base}/api/metadata`)).body);
  const fieldsNow = async () => {
    const account = accountSchema.parse(await (await fetch(`${base}/api/account`)).json());
    return accountFields(metadata, account);
  };
  const [from, to] = [window.from, window.to].map((ms) => new Date(ms).toISOString().slice(0, 16));
  const view: View = { ...defaultView(zone), range: { kind: "fixed", from: from ?? "", to: to ?? "" } };
  const frame: JobFrame = { base, view, window, truth, metadata };
  // The screen asks its account again when something became known; so does this.
  if (isLookedAt) await readAll(base, requestOf(frame, await fieldsNow()));
  const fields = await fieldsNow();
  return { frame, fields, request: requestOf(frame, fields) };
}

/** The conversations that a list has to hold, and how many of them the account counts, which its foot says beside it. */
type Wanted = { expected: readonly TrueConversation[]; count: () => Promise<number | undefined> };

/** The rows of a list against the truth: every conversation once, with its own values, newest first or said not to be. */
async function checkList(
  what: string,
  frame: JobFrame,
  fields: FieldRoles,
  changed: Partial<View>,
  { expected, count }: Wanted,
  report: JobReport,
): Promise<void> {
  const request = requestOf(frame, fields, changed);
  const answer = await readAll(frame.base, request);
  // The screen asks for figures anew when rows have shown more of the account.
  const counted = await count();
  if (isRefusal(answer)) {
    report.said.push(`${what}: ${answer.refused}`);
    checkTotal(`${what}, count`, counted, expected.length, undefined, report);
    return;
  }
  checkReturned(what, answer, request, fields, report);
  const { rows, outside } = shownRows(answer.rows, fields, frame);
  const shown = joinShown(rows);
  const strangers = [...shown.keys()].filter((id) => !expected.some((one) => one.id === id));
  const isOpen = saysClocks(answer.notes);
  const isOpenAt = (id: string) => isOpen && frame.truth.some((one) => one.id === id && isAtEdge(one, frame));
  if (strangers.length > 0)
    put(report, `${what}: ${strangers.length} that do not belong: ${strangers[0]}`, strangers.every(isOpenAt));
  const missing = expected.filter(({ id }) => !shown.has(id));
  // The foot holds what is drawn and what is left out against the count, and says both numbers.
  const isCounted = counted !== undefined && counted !== shown.size + outside;
  if (missing.length > 0)
    put(
      report,
      `${what}: ${missing.length} of ${expected.length} missing`,
      isCounted || missing.every(({ id }) => isOpenAt(id)) || answer.lost >= missing.length,
    );
  // Where an account gives a conversation a row for each of its values, a filter on them leaves the others' rows out.
  const isApart = (field: string | undefined) => !answer.rows.some((row) => field && Array.isArray(row[field]));
  const isPart = (role: CellRole) =>
    role !== "time" && (changed.chosen?.[role] ?? []).length > 0 && isApart(fields.roles[role]?.field);
  const wrong = wrongCells(shown, expected).filter(({ role }) => !isPart(role));
  // A row that could not be read, which the list says, may be one of several of a conversation.
  const isLost = (role: CellRole, count: number) =>
    (role === "time" && isOpen) || (role !== "time" && isApart(fields.roles[role]?.field) && answer.lost >= count);
  for (const { role, count, example } of wrong)
    put(report, `${what}: ${role} of ${count} rows, e.g. ${JSON.stringify(example)}`, isLost(role, count));
  const time = fields.roles.time?.shown ?? "";
  const isUp = changed.sort?.direction === "ASC";
  if (!isNewestFirst(isUp ? rows.toReversed() : rows)) put(report, `${what}: not in order`, answer.unsorted.has(time));
  // Beside times that may be hours off, a count of a range may be of another one.
  checkTotal(`${what}, count`, counted, expected.length, isOpen ? -1 : shown.size + outside, report);
}

/** A count against the truth. One that differs is said where the list's foot has another number beside it. */
function checkTotal(
  what: string,
  counted: number | undefined,
  real: number,
  found: number | undefined,
  report: JobReport,
): void {
  if (counted !== undefined && counted !== real)
    put(report, `${what}: ${counted} instead of ${real}`, found !== undefined && counted !== found);
}

async function spellingsOf(frame: JobFrame, fields: FieldRoles, role: "channel" | "status", word: string) {
  const field = fields.roles[role]?.field;
  if (!field) return undefined;
  const all = await readAll(frame.base, countRequest(frame.view, fields, frame.window, [field], { kind: "none" }));
  if (isRefusal(all)) return undefined;
  const values = all.rows.flatMap((row) => row[field]).filter((value) => typeof value === "string");
  return [...new Set(values)].filter((value) => plainValues(value)[0] === word);
}

/** A list of some conversations, and their count beside it. */
async function checkPart(
  what: string,
  frame: JobFrame,
  fields: FieldRoles,
  changed: Partial<View>,
  expected: readonly TrueConversation[],
  report: JobReport,
): Promise<void> {
  const own = { ...frame, view: { ...frame.view, ...changed } };
  const count = () => countOf(`${what}, count`, own, fields, report);
  await checkList(what, frame, fields, changed, { expected, count }, report);
}

async function checkFilters(frame: JobFrame, fields: FieldRoles, report: JobReport): Promise<void> {
  const { view } = frame;
  const voice = await spellingsOf(frame, fields, "channel", "voice");
  if (voice && voice.length > 0) {
    const expected = within(frame).filter((one) => one.channel.includes("voice"));
    await checkPart("ticked", frame, fields, { chosen: { ...view.chosen, channel: voice } }, expected, report);
  }
  const closed = await spellingsOf(frame, fields, "status", "closed");
  if (closed && closed.length > 0) {
    const expected = within(frame).filter((one) => !one.status.includes("closed"));
    await checkPart("excluded", frame, fields, { excluded: { ...view.excluded, status: closed } }, expected, report);
  }
}

async function checkOpened(frame: JobFrame, fields: FieldRoles, report: JobReport): Promise<void> {
  const one = within(frame)[3];
  const { base, view, metadata } = frame;
  if (!one) return;
  const [request] = conversationRequests(one.id, availableColumns(metadata, fields), fields, view.zone);
  const answer = request && (await readAll(base, request));
  if (!request || !answer || isRefusal(answer)) {
    report.said.push(`opened: ${answer && isRefusal(answer) ? answer.refused : "no request"}`);
    return;
  }
  const shown = joinShown(shownRows(answer.rows, fields, frame).rows);
  if (!shown.has(one.id)) put(report, "opened: not found by its id", saysClocks(answer.notes));
  checkReturned("opened", answer, request, fields, report);
  for (const { role, example } of wrongCells(shown, [one]))
    put(report, `opened: ${role} is ${JSON.stringify(example)}`, role === "time" && saysClocks(answer.notes));
}

/** What a supervisor does in a first minute, asked as the screen asks it, held against the truth. */
export async function mainJob(where: Where): Promise<JobReport> {
  const report: JobReport = { wrong: [], said: [] };
  const { frame, fields, request } = await frameOf(where);
  const { id, time } = fields.roles;
  for (const role of ["id", "time", "count", ...filterRoles] as const) {
    if (!fields.roles[role]) report.said.push(`no field for ${role}`);
  }
  // Without an id and a time there are no conversations of a window, and the screen says so above everything.
  if (!id || !time) return report;
  const expected = within(frame);
  const count = async () => (fields.roles.count ? await countOf("total", frame, fields, report) : undefined);
  await checkList("table", frame, fields, {}, { expected, count }, report);
  const oldestFirst = { sort: { field: time.shown, direction: "ASC" } } as const;
  await checkList("sorted", frame, fields, oldestFirst, { expected, count }, report);
  if (fields.roles.count) {
    const counted = await count();
    await checkFacets(frame, fields, counted, report);
    await checkTrend(frame, fields, counted, report);
  }
  await checkFilters(frame, fields, report);
  await checkOpened(frame, fields, report);
  await exported(frame, fields, request, report);
  return report;
}
