import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { readTrend, trendRow } from "../../../client/insights/read-trend.ts";
import { rowTime } from "../../../client/view/asked-zone.ts";
import { availableColumns, shownColumns } from "../../../client/view/columns.ts";
import { conversationRequests, countRequest, tableRequest } from "../../../client/view/compile.ts";
import type { Window } from "../../../client/view/range.ts";
import { defaultView, filterRoles, type View } from "../../../client/view/view.ts";
import { accountSchema } from "../../../contract/account.ts";
import { accountFields } from "../../../contract/account-fields.ts";
import { type ExportStatus, exportStatusSchema } from "../../../contract/export-status.ts";
import type { FieldRoles } from "../../../contract/fields.ts";
import { metadataSchema } from "../../../contract/metadata.ts";
import { type Page, pageSchema, type Row } from "../../../contract/page.ts";
import type { InsightsQueryRequest } from "../../../contract/query.ts";
import { plainValues, type TrueConversation } from "./truth.ts";

/** What came of the job: what was wrong without a word, and what was missing and said to be. */
export type JobReport = {
  wrong: string[];
  said: string[];
  /** The rows of the table and the count beside it differ, which the screen says at both. */
  isDoubted?: boolean;
};

type Answer = { rows: Row[]; said: string[]; notReturned: Set<string>; unsorted: Set<string> };
type Refusal = { refused: string };

const problemSchema = z.object({ message: z.string(), retryAfter: z.number().optional() });
const mostPages = 200;

/** Asks until there is another answer than one to wait. The screen waits as long as it is told to, at most a minute. */
async function answered(url: string, init?: RequestInit): Promise<{ ok: boolean; body: unknown }> {
  for (;;) {
    const response = await fetch(url, init);
    const body: unknown = await response.json();
    const retryAfter = response.ok ? undefined : problemSchema.parse(body).retryAfter;
    if (retryAfter === undefined) return { ok: response.ok, body };
    await sleep(Math.min(retryAfter, 2) * 1000);
  }
}

async function ask(url: string, init?: RequestInit): Promise<Page | Refusal> {
  const { ok, body } = await answered(url, init);
  return ok ? pageSchema.parse(body) : { refused: problemSchema.parse(body).message };
}

/** Every page of a query, as the screen would read it. A refusal says itself. */
async function readAll(base: string, request: InsightsQueryRequest, pageSize = 200): Promise<Answer | Refusal> {
  const answer: Answer = { rows: [], said: [], notReturned: new Set(), unsorted: new Set() };
  const isRefusal = (one: Page | Refusal): one is Refusal => typeof one["refused"] === "string";
  const headers = { "content-type": "application/json" };
  let page = await ask(`${base}/api/query?pageSize=${pageSize}`, {
    method: "POST",
    headers,
    body: JSON.stringify(request),
  });
  for (let pages = 0; pages < mostPages; pages += 1) {
    if (isRefusal(page)) return page;
    answer.rows.push(...page.items);
    for (const { text } of page.earshot?.notes ?? []) answer.said.push(text);
    // The list and the cards say how many could not be read.
    if (page.earshot?.lost) answer.said.push(`${page.earshot.lost} rows could not be read`);
    for (const field of page.earshot?.notReturned ?? []) answer.notReturned.add(field);
    for (const field of page.earshot?.unsorted ?? []) answer.unsorted.add(field);
    const token = page.meta.nextToken;
    if (!token) return answer;
    page = await ask(`${base}/api/query?pageToken=${encodeURIComponent(token)}`);
  }
  return { refused: "The pages did not end." };
}

export type JobFrame = { base: string; view: View; window: Window; truth: readonly TrueConversation[] };

function within({ truth, window }: JobFrame): TrueConversation[] {
  return truth.filter(({ created }) => created >= window.from && created < window.to);
}

const sameList = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((one, i) => one === b[i]);

function countOf(answer: Answer, fields: FieldRoles): number {
  return answer.rows.reduce((sum, row) => sum + Number(row[fields.roles.count?.field ?? ""]), 0);
}

/** The rows of the table against the truth: every conversation once, with its own values. */
function checkRows(
  answer: Answer,
  fields: FieldRoles,
  expected: readonly TrueConversation[],
  report: JobReport,
): Set<string> {
  const { id, time } = fields.roles;
  const byId = new Map(expected.map((one) => [one.id, one]));
  const seen = new Map<string, Row[]>();
  for (const row of answer.rows) {
    const key = String(row[id?.field ?? ""]);
    seen.set(key, [...(seen.get(key) ?? []), row]);
  }
  const strangers = [...seen.keys()].filter((key) => !byId.has(key));
  // Without the field of the id or of the time there is no telling them apart, which is said before.
  if (strangers.length > 0 && id && time)
    report.wrong.push(`table: ${strangers.length} rows that do not belong, e.g. ${strangers[0]}`);
  const missing = expected.filter((one) => !seen.has(one.id));
  if (missing.length > 0) report.said.push(`table: ${missing.length} of ${expected.length} conversations are missing`);
  for (const role of filterRoles) {
    const field = fields.roles[role]?.field;
    if (!field || answer.notReturned.has(field) || !answer.rows.some((row) => field in row)) {
      report.said.push(`table: no cells for ${role}`);
      continue;
    }
    const off = [...seen].filter(([key, rows]) => {
      const own = byId.get(key);
      return own && !sameList(plainValues(rows.flatMap((row) => row[field])), own[role]);
    });
    if (off.length > 0)
      report.wrong.push(`table: ${role} of ${off.length} rows, e.g. ${JSON.stringify(off[0]?.[1][0]?.[field])}`);
  }
  const shown = time?.shown;
  if (!shown || answer.notReturned.has(shown)) report.said.push("table: no cells for time");
  else {
    const off = [...seen].filter(([key, rows]) => {
      const own = byId.get(key);
      return own && Math.abs((rowTime(rows[0]?.[shown], false, "UTC") ?? 0) - own.created) >= 1000;
    });
    if (off.length > 0)
      report.wrong.push(`table: time of ${off.length} rows, e.g. ${JSON.stringify(off[0]?.[1][0]?.[shown])}`);
  }
  return new Set([...seen.keys()].filter((key) => byId.has(key)));
}

/** A count against the truth; one that differs is only wrong where nothing says so. */
function checkCount(
  what: string,
  answer: Answer | Refusal,
  got: number | undefined,
  expected: number,
  report: JobReport,
): void {
  if ("refused" in answer) report.said.push(`${what}: ${answer.refused}`);
  else if (got !== expected) {
    const words = `${what}: ${got} instead of ${expected}`;
    if (answer.said.length > 0 || report.isDoubted) report.said.push(words);
    else report.wrong.push(words);
  }
}

/** The values of each role; a card says so where what it shows does not add up to the count. */
async function facets(frame: JobFrame, fields: FieldRoles, total: Answer | Refusal, report: JobReport): Promise<void> {
  const { base, view, window } = frame;
  const expected = within(frame);
  for (const role of filterRoles) {
    const field = fields.roles[role]?.field;
    if (!field || fields.roles[role]?.condition) continue;
    const answer = await readAll(base, countRequest(view, fields, window, [field], { kind: "all" }));
    if ("refused" in answer) {
      report.said.push(`${role}: ${answer.refused}`);
      continue;
    }
    const isSingle = answer.rows.every((row) => !Array.isArray(row[field]));
    const isOff = "refused" in total || countOf(answer, fields) !== countOf(total, fields);
    if (isSingle && isOff) answer.said.push("the values do not add up to the count");
    const counts = new Map<string, number>();
    for (const row of answer.rows) {
      for (const value of plainValues(row[field])) {
        counts.set(value, (counts.get(value) ?? 0) + Number(row[fields.roles.count?.field ?? ""]));
      }
    }
    const values = new Set(expected.flatMap((one) => one[role]));
    for (const value of values) {
      const own = expected.filter((one) => one[role].includes(value)).length;
      checkCount(`${role} ${value}`, answer, counts.get(value), own, report);
    }
  }
}

/** @param found how many conversations the table has, which the screen holds against their count. */
async function charts(frame: JobFrame, fields: FieldRoles, found: number, report: JobReport): Promise<void> {
  const { base, view, window } = frame;
  const expected = within(frame);
  const total = await readAll(base, countRequest(view, fields, window, [], { kind: "all" }));
  report.isDoubted = !("refused" in total) && countOf(total, fields) !== found;
  checkCount("total", total, "refused" in total ? undefined : countOf(total, fields), expected.length, report);
  await facets(frame, fields, total, report);
  const day = fields.roles.time?.grains.day;
  if (!day) {
    report.said.push("trend: only of the loaded rows");
    return;
  }
  const trend = await readAll(base, countRequest(view, fields, window, [day], { kind: "all" }));
  if ("refused" in trend) {
    report.said.push(`trend: ${trend.refused}`);
    return;
  }
  const population = "all" as const;
  const zoneOfCells = countRequest(view, fields, window, [day], { kind: "all" }).properties?.timezone ?? "UTC";
  const count = fields.roles.count?.field ?? "";
  const rows = trend.rows.map((row) => trendRow(row, Number(row[count]), day, {}));
  const reading = {
    window,
    zone: view.zone,
    cellZone: zoneOfCells,
    grain: "day",
    cells: "day",
    kind: population,
  } as const;
  const { buckets, outside, shifted } = readTrend(rows, reading, false);
  const off = buckets.findIndex(({ start, end, total }) => {
    return total !== expected.filter(({ created }) => created >= start && created < end).length;
  });
  if (off < 0) return;
  const words = `trend, day ${off + 1}: ${buckets[off]?.total}`;
  const sum = buckets.reduce((all, { total }) => all + total, 0);
  // The card says what lies outside, buckets that are cut elsewhere, and a sum that is not the total.
  const isSaid =
    outside > 0 || shifted || trend.said.length > 0 || sum !== ("refused" in total ? sum : countOf(total, fields));
  (isSaid ? report.said : report.wrong).push(words);
}

/** @returns how many conversations the table has. */
async function table(
  frame: JobFrame,
  fields: FieldRoles,
  request: InsightsQueryRequest,
  report: JobReport,
): Promise<number> {
  const answer = await readAll(frame.base, request);
  if ("refused" in answer) {
    report.said.push(`table: ${answer.refused}`);
    return 0;
  }
  return checkRows(answer, fields, within(frame), report).size;
}

async function filtered(frame: JobFrame, fields: FieldRoles, report: JobReport): Promise<void> {
  const channel = fields.roles.channel;
  if (!channel) return;
  const { base, window } = frame;
  const all = await readAll(base, countRequest(frame.view, fields, window, [channel.field], { kind: "none" }));
  if ("refused" in all) return;
  const spellings = [
    ...new Set(
      all.rows.flatMap((row) => (Array.isArray(row[channel.field]) ? row[channel.field] : [row[channel.field]])),
    ),
  ];
  const chosen = spellings.filter((value): value is string => plainValues(value)[0] === "voice");
  const view: View = { ...frame.view, chosen: { ...frame.view.chosen, channel: chosen } };
  const expected = within(frame).filter((one) => one.channel.includes("voice"));
  const columns = shownColumns(view, availableColumnsOf(frame, fields), fields);
  const rows = await readAll(base, tableRequest(view, fields, columns, window));
  if ("refused" in rows) report.said.push(`filter: ${rows.refused}`);
  else {
    const ids = new Set(rows.rows.map((row) => String(row[fields.roles.id?.field ?? ""])));
    const strangers = [...ids].filter((id) => !expected.some((one) => one.id === id));
    if (strangers.length > 0) report.wrong.push(`filter: ${strangers.length} rows that do not belong`);
    if (ids.size < expected.length) report.said.push(`filter: ${ids.size} of ${expected.length}`);
  }
  const count = await readAll(base, countRequest(view, fields, window, [], { kind: "all" }));
  checkCount("filtered total", count, "refused" in count ? undefined : countOf(count, fields), expected.length, report);
}

const metadataOf = new WeakMap<JobFrame, z.infer<typeof metadataSchema>>();

function availableColumnsOf(frame: JobFrame, fields: FieldRoles) {
  const metadata = metadataOf.get(frame);
  return metadata ? availableColumns(metadata, fields) : [];
}

async function opened(frame: JobFrame, fields: FieldRoles, report: JobReport): Promise<void> {
  const one = within(frame)[3];
  const { base, view } = frame;
  if (!one || !fields.roles.id) return;
  const [request] = conversationRequests(one.id, availableColumnsOf(frame, fields), fields, view.zone);
  const answer = request && (await readAll(base, request));
  if (!answer || "refused" in answer) report.said.push("a conversation could not be opened");
  else if (answer.rows.length === 0) report.wrong.push("a conversation is not found by its id");
}

const endStates = new Set(["complete", "doubtful", "stopped", "failed"]);

export async function exported(
  frame: JobFrame,
  fields: FieldRoles,
  request: InsightsQueryRequest,
  report: JobReport,
): Promise<ExportStatus> {
  const { base, view, window } = frame;
  const columns = shownColumns(view, availableColumnsOf(frame, fields), fields);
  const { id, time, count } = fields.roles;
  const order = {
    request,
    columns: columns.map(({ field, label, kind }) => ({
      field,
      header: label,
      ...(kind === "time" || kind === "id" ? { type: kind } : {}),
    })),
    format: "ndjson",
    zone: view.zone,
    range: { from: new Date(window.from).toISOString(), to: new Date(window.to).toISOString() },
    ...(id && count
      ? {
          check: {
            count: count.field,
            id: id.field,
            ...(time
              ? {
                  time: {
                    field: time.shown,
                    from: new Date(window.from).toISOString(),
                    to: new Date(window.to).toISOString(),
                  },
                }
              : {}),
          },
        }
      : {}),
  };
  const created = await fetch(`${base}/api/exports`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(order),
  });
  const { id: name } = z.object({ id: z.string() }).parse(await created.json());
  let status = exportStatusSchema.parse(await (await fetch(`${base}/api/exports/${name}`)).json());
  while (!endStates.has(status.state)) {
    await sleep(20);
    status = exportStatusSchema.parse(await (await fetch(`${base}/api/exports/${name}`)).json());
  }
  if (status.state !== "complete" && status.state !== "doubtful") {
    report.said.push(`export: ${status.failure?.why.text}`);
    return status;
  }
  const isDoubted = /_(partial|unverified)/.test(status.fileName);
  const expected = within(frame);
  for (const format of ["ndjson", "csv", "json", "xlsx", "parquet"]) {
    const response = await fetch(`${base}/api/exports/${name}/file?format=${format}`);
    if (!response.ok) {
      report.wrong.push(`export: ${format} answers ${response.status}`);
      continue;
    }
    const bytes = Buffer.from(await response.arrayBuffer());
    if (format !== "ndjson" && format !== "csv") continue;
    const text = bytes.toString("utf8");
    const missing = expected.filter((one) => !text.includes(one.id)).length;
    if (missing > 0 && !isDoubted)
      report.wrong.push(`export: ${format} lacks ${missing} of ${expected.length} and is called complete`);
    if (!isDoubted && time) {
      const strangers = frame.truth.filter((one) => text.includes(one.id)).length - (expected.length - missing);
      if (strangers > 0) report.wrong.push(`export: ${format} has ${strangers} conversations of another time`);
    }
  }
  if (isDoubted) report.said.push(`export: ${status.fileName}`);
  return status;
}

type Where = Omit<JobFrame, "view" | "window"> & { zone: string; window: Window };

/** What everything is asked in, when the account has shown how it speaks; the table's request among it. */
export async function frameOf({ base, zone, window, truth }: Where) {
  const metadata = metadataSchema.parse((await answered(`${base}/api/metadata`)).body);
  const fieldsNow = async () => {
    const account = accountSchema.parse(await (await fetch(`${base}/api/account`)).json());
    return accountFields(metadata, account);
  };
  const [from, to] = [window.from, window.to].map((ms) => new Date(ms).toISOString().slice(0, 16));
  const view: View = { ...defaultView(zone), range: { kind: "fixed", from: from ?? "", to: to ?? "" } };
  const frame: JobFrame = { base, view, window, truth };
  metadataOf.set(frame, metadata);
  let fields = await fieldsNow();
  const request = () =>
    tableRequest(view, fields, shownColumns(view, availableColumnsOf(frame, fields), fields), window);
  // The screen asks its account again when something became known; so does this.
  await readAll(base, request());
  fields = await fieldsNow();
  return { frame, fields, request };
}

/** What a supervisor does in a first minute, asked as the screen asks it, held against the truth. */
export async function mainJob(where: Where): Promise<JobReport> {
  const report: JobReport = { wrong: [], said: [] };
  const { frame, fields, request } = await frameOf(where);
  for (const role of ["id", "time", "count", ...filterRoles] as const) {
    if (!fields.roles[role]) report.said.push(`no field for ${role}`);
  }
  // Without an id and a time there are no conversations of a window, and the screen says so above everything.
  if (!fields.roles.id || !fields.roles.time) return report;
  const found = await table(frame, fields, request(), report);
  await charts(frame, fields, found, report);
  await filtered(frame, fields, report);
  await opened(frame, fields, report);
  await exported(frame, fields, request(), report);
  return report;
}
