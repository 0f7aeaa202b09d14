import { parse } from "csv-parse/sync";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import { exportColumn } from "../../../client/export/export-column.ts";
import { exportFigures } from "../../../client/export/figures.ts";
import { availableColumns, shownColumns } from "../../../client/view/columns.ts";
import { countRequest } from "../../../client/view/compile.ts";
import { type FilterLeaf, type InsightsQueryRequest, notSetLeaf } from "../../../contract/query.ts";
import { type Account, createAccount } from "../../../server/stand-in/account.ts";
import type { CatalogueName } from "../../../server/stand-in/options.ts";
import { serve } from "../../../server/stand-in/start.ts";
import { startBefore } from "../../support/servers/proxy.ts";
import { begin, ended } from "../exports/support.ts";
import { isRefusal, readAll } from "./asking.ts";
import { frameOf } from "./main-job.ts";
import { within } from "./report.ts";
import { readTruth, type TrueConversation } from "./truth.ts";

const now = new Date("2026-11-20T12:00:00Z");
const window = { from: Date.parse("2026-08-10T00:00:00Z"), to: Date.parse("2026-11-20T00:00:00Z") };
const conversations = 700;

const accounts: Partial<Record<CatalogueName, Account>> = {};
let truth: TrueConversation[];

beforeAll(async () => {
  for (const catalogue of ["reference", "classic"] as const) {
    accounts[catalogue] = await createAccount({ conversations, seed: 11, now, catalogue });
  }
  const plain = await serve(accounts.reference ?? expect.fail("no account"), { conversations: 0, now });
  truth = await readTruth(plain);
  await plain.close();
});
afterAll(() => {
  for (const account of Object.values(accounts)) account.close();
});

/** The table's query and its count, of what is not set in a role's field, in an account of a dialect. */
async function asked(
  dialect: readonly string[],
  role: "sentiment" | "language",
  { catalogue = "reference", zone = "UTC" }: { catalogue?: CatalogueName; zone?: string } = {},
) {
  const jobTimes = { pendingMs: 0, runningMs: 0 };
  const account = accounts[catalogue] ?? expect.fail("no such account");
  const standIn = await serve(account, { conversations: 0, now, jobTimes, dialect });
  const proxy = await startBefore(standIn);
  onTestFinished(async () => {
    await proxy.close();
    await standIn.close();
  });
  const { frame, fields, request } = await frameOf({ base: proxy.url, zone, window, truth });
  const field = fields.roles[role]?.field ?? expect.fail("no such role");
  const add = (to: InsightsQueryRequest, ...leaves: FilterLeaf[]): InsightsQueryRequest => {
    const expressions = [...(to.query.filters ?? []).flatMap((group) => group.expressions), ...leaves];
    return { ...to, query: { ...to.query, filters: [{ op: "AND", expressions }] } };
  };
  const count = (dimensions: readonly string[], ...leaves: FilterLeaf[]) =>
    countRequest(frame.view, fields, window, dimensions, { kind: "all" }, leaves);
  return { base: proxy.url, frame, fields, field, count, rows: add(request, notSetLeaf(field)) };
}

type Asked = Awaited<ReturnType<typeof asked>>;

async function answerOf({ base }: Asked, request: InsightsQueryRequest) {
  const answer = await readAll(base, request);
  return isRefusal(answer) ? expect.fail(answer.refused) : answer;
}

async function exported({ base, frame, fields, rows: request }: Asked) {
  const columns = shownColumns(frame.view, availableColumns(frame.metadata, fields), fields);
  const check = exportFigures(fields, request, window);
  const order = { request, columns: columns.map((one) => exportColumn(one, "UTC")), ...(check ? { check } : {}) };
  const id = await begin(base, order);
  const status = await ended(base, id);
  const csv = await (await fetch(`${base}/api/exports/${id}/file?format=csv`)).text();
  return { status, csv };
}

/** What is sorted by its text. */
const sorted = (ids: Iterable<unknown>) => [...ids].map(String).toSorted();

describe.each([
  ["NE drops rows without a value", [], "sentiment", "query"],
  ["pages are small, so that files come by a job", ["page-limit-silent=100"], "sentiment", "job"],
  ["jobs are refused as well", ["page-limit-silent=100", "jobs-404"], "sentiment", "query"],
  ["lists are text, and times have no offset", ["arrays-clickhouse", "range-no-offset"], "language", "query"],
  ["the range is cut here as well", ["range-refused"], "sentiment", "query"],
] satisfies [string, string[], "sentiment" | "language", string][])("where %s", (_name, dialect, role, source) => {
  test("rows, counts and files of what is not set are those of the data", async () => {
    const own = await asked(dialect, role);
    const { fields, field, count, rows: request } = own;
    const id = fields.roles.id?.field ?? "";
    const due = within(own.frame).filter((one) => one[role].length === 0);
    expect(due.length).toBeGreaterThan(3);

    const { rows, notes } = await answerOf(own, request);
    expect(sorted(rows.map((row) => row[id]))).toEqual(sorted(due.map((one) => one.id)));
    expect(notes).toContainEqual(expect.objectContaining({ key: "dialectNotSet", values: { field } }));

    const measure = fields.roles.count?.field ?? "";
    const all = await answerOf(own, count([], notSetLeaf(field)));
    expect(all.rows).toEqual([{ [measure]: due.length }]);
    expect(all.notes).toContainEqual(expect.objectContaining({ key: "dialectCounted" }));
    const status = fields.roles.status?.field ?? "";
    const groups = await answerOf(own, count([status], notSetLeaf(field)));
    const closed = groups.rows.filter((row) => String(row[status]).toLowerCase() === "closed");
    expect(closed).toEqual([
      expect.objectContaining({ [measure]: due.filter((one) => one.status[0] === "closed").length }),
    ]);

    const file = await exported(own);
    expect(file.status).toMatchObject({ source: { kind: source } });
    expect(file.status).toMatchObject({ state: "complete", rows: due.length, check: { verdict: "agrees" } });
    expect(file.status.notes).toContainEqual(expect.objectContaining({ key: "dialectNotSet", values: { field } }));
    const [header = [], ...lines] = z.array(z.array(z.string())).parse(parse(file.csv));
    const place = header.findIndex((_, at) => lines.some((line) => line[at] === due[0]?.id));
    expect(sorted(lines.map((line) => line[place]))).toEqual(sorted(due.map((one) => one.id)));
  });
});

test.each([
  ["reference", "Asia/Kathmandu"],
  ["classic", "Europe/Berlin"],
  ["classic", "Asia/Kathmandu"],
] as const)("by days, in the names of %s and the time of %s: those of the data, or none", async (catalogue, zone) => {
  const own = await asked([], "language", { catalogue, zone });
  const { fields, field, frame, count } = own;
  const day = fields.roles.time?.grains.day ?? "";
  const answer = await readAll(own.base, count([day], notSetLeaf(field)));
  // Rows of the classic names have hours of UTC, which tell no day that begins within one.
  if (catalogue === "classic" && zone === "Asia/Kathmandu") {
    expect(answer).toEqual({ refused: expect.stringContaining("This figure isn’t available here. ") });
    return;
  }
  if (isRefusal(answer)) expect.fail(answer.refused);
  const dateOf = (ms: number) =>
    Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainDate().toString();
  const due = new Map<string, number>();
  for (const { created } of within(frame).filter((one) => one.language.length === 0)) {
    due.set(dateOf(created), (due.get(dateOf(created)) ?? 0) + 1);
  }
  const measure = fields.roles.count?.field ?? "";
  expect(new Map(answer.rows.map((row) => [String(row[day]).slice(0, 10), Number(row[measure])]))).toEqual(due);
});

test("beside other filters, which the account takes", async () => {
  const own = await asked([], "sentiment");
  const { fields, field, count } = own;
  const name = (role: "channel" | "status") => fields.roles[role]?.field ?? "";
  const leaves: FilterLeaf[] = [
    notSetLeaf(field),
    { op: "IN", field: name("channel"), values: ["voice", "VOICE"] },
    { op: "NE", field: name("status"), values: ["ACTIVE"] },
  ];
  const due = within(own.frame).filter(
    (one) => one.sentiment.length === 0 && one.channel.includes("voice") && one.status[0] !== "active",
  );
  expect(due.length).toBeGreaterThan(0);
  const answer = await answerOf(own, count([], ...leaves));
  expect(answer.rows).toEqual([{ [fields.roles.count?.field ?? ""]: due.length }]);
  expect(answer.notes[0]?.values?.["rows"]).toBeLessThan(within(own.frame).length / 2);
});

test("where rows without a value do not come with the field, its count is refused with both numbers, and no file is made", async () => {
  const own = await asked(["nulls-lost"], "sentiment");
  const answer = await readAll(own.base, own.count([], notSetLeaf(own.field)));
  const all = within(own.frame).length;
  const said = isRefusal(answer) ? answer.refused : expect.fail("it was counted");
  expect(said).toMatch(new RegExp(`^Twilio counts ${all} conversations and returned \\d+ of them when asked for “`));
  const { status } = await exported(own);
  expect(status).toMatchObject({ state: "failed", failure: { why: { key: "dialectNotSetApart", values: { all } } } });
});

test("a figure that is no count says why it is not there", async () => {
  const own = await asked([], "sentiment");
  const { query, ...around } = own.count([], notSetLeaf(own.field));
  const request = { ...around, query: { ...query, measures: ["Conversation.AverageWaitTime"] } };
  expect(await readAll(own.base, request)).toEqual({
    refused: `This figure isn’t available here. Twilio has no filter for rows without “${own.field}”.`,
  });
});
