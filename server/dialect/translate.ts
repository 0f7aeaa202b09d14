import type { TimeRole } from "../../contract/fields.ts";
import type { PageMarks } from "../../contract/page.ts";
import type { InsightsQueryRequest } from "../../contract/query.ts";
import type { Knowledge } from "../accounts/knowledge.ts";
import { earshotProblem, ProblemError } from "../messages/problem.ts";
import { sentence } from "../messages/sentence.ts";
import { placeOf } from "../messages/sentences.ts";
import { usualApi } from "../twilio/faults.ts";
import type { WirePage } from "../twilio/read-page.ts";
import { grainLength } from "./answer/grain-length.ts";
import { readingChanges, readingsOf } from "./answer/kept.ts";
import { knownKeys } from "./answer/keys.ts";
import { learn } from "./answer/learn.ts";
import { plainRows } from "./answer/plain-rows.ts";
import { type Asked, entryOf, type Readings } from "./answer/readings.ts";
import { rewriter } from "./answer/rewriter.ts";
import { clockNotes, endLabelled, ownZone } from "./clocks/known-clocks.ts";
import type { Lane } from "./lane.ts";
import { notReturnedNotes } from "./one-page.ts";
import type { Plan } from "./plan.ts";
import type { Shape } from "./shape.ts";
import { leavesIn, windowOf } from "./split-filters.ts";
import { withoutTotals } from "./totals-row.ts";

/** The rows of a page in the one form that the browser and exports use. */
export type Translated = {
  rows: Buffer[];
  /** Whether the rows are the very bytes that came. */
  isUntouched: boolean;
  marks: PageMarks;
};

/** Rows at each end of a page that are looked at; what is written otherwise is written so in all of them. */
const looked = 30;
/** Fields without any cell that are asked for alone, for one page. */
const mostAlone = 3;

function tellingNames(time: TimeRole | undefined): Map<string, string> {
  const named = Object.entries(time?.grains ?? {}).filter(([, field]) => !grainLength(field));
  return new Map(named.map(([grain, field]) => [field, `${time?.shown}.${grain}`]));
}

/** What a plan's query asks for, for whoever reads its cells. */
export function askedOf({ canonical, sent, left }: Pick<Plan, "canonical" | "sent" | "left">, shape: Shape): Asked {
  const { query } = canonical;
  const window = windowOf(canonical);
  // What rows are left out by is asked for as well, and is read like everything else.
  const by = leavesIn(left).map(({ field }) => field);
  const fields = [...new Set([...(query.dimensions ?? []), ...(query.measures ?? []), ...by])];
  const of = (all: { has(field: string): boolean }) => new Set(fields.filter((field) => all.has(field)));
  return {
    fields,
    times: of(shape.times),
    grains: of(shape.grains),
    telling: tellingNames(shape.roles.time),
    several: of(shape.several),
    zone: sent[0]?.request.properties?.timezone ?? "UTC",
    window: window && { ...window, field: shape.roles.time?.shown ?? window.field },
  };
}

function sample(rows: readonly Buffer[]): readonly Buffer[] {
  return rows.length <= 2 * looked ? rows : [...rows.slice(0, looked), ...rows.slice(-looked)];
}

/** A query of one field alone, under the same filters, in as plain a form as the account has taken. */
function alone(plan: Plan, field: string): InsightsQueryRequest {
  const [first] = plan.sent;
  const { orderBy: _, ...query } = first?.request.query ?? {};
  const isMeasure = (plan.canonical.query.measures ?? []).includes(field);
  const { dimensions: __, measures: ___, ...rest } = query;
  return { ...first?.request, query: { ...rest, ...(isMeasure ? { measures: [field] } : { dimensions: [field] }) } };
}

function unanswered(error: unknown): undefined {
  if (!(error instanceof ProblemError)) throw error;
}

/** What became known of fields without a cell, and those of which it is still open whether they have any. */
type Looked = { readings: Readings; open: string[] };

/**
 * Looks into fields of which no row has a cell: each is asked for once alone. If a value comes, it was a fault of the
 * mapping; if none comes, its cells are not returned, and that is remembered.
 */
async function lookAlone(
  plan: Plan,
  asked: Asked,
  missing: readonly string[],
  known: Readings,
  { knowledge, lane, count }: Context & { count: string | undefined },
): Promise<Looked> {
  let readings = known;
  const unknown = missing.filter((one) => !known.notReturned.includes(one));
  const open = unknown.slice(mostAlone);
  for (const field of unknown.slice(0, mostAlone)) {
    const page = await lane.first({ request: alone(plan, field), pageSize: plan.sent[0]?.pageSize }).catch(unanswered);
    // What is refused or held up alone says nothing of the rows that are there; it is asked again with the next page.
    if (!page) continue;
    const found = learn(plainRows(page.rows, { fields: [field], count }), { ...asked, fields: [field] }, readings);
    // A field that has no value at all in this window may well be returned in another.
    if (page.rows.length === 0) continue;
    if (found.missing.includes(field)) {
      knowledge.learn({ kind: "not-returned", field, how: "seen" });
      readings = { ...readings, notReturned: [...readings.notReturned, field] };
    } else readings = found.readings;
  }
  // Of a key that stands for several fields, the rows cannot tell whose it is.
  const keys = knownKeys(asked.fields, readings.keys);
  const unclear = unknown.filter((field) => entryOf(readings.keys, field) !== undefined && !keys.has(field));
  return { readings, open: [...open, ...unclear] };
}

/** Rows without a single cell that was asked for are of another kind than can be read here. */
function noCells(field: string): ProblemError {
  const fault = sentence("shapeMissing", { ...placeOf(`items[0].${field}`), expected: "string" });
  return earshotProblem("upstreamShape", sentence("twilioShape", { api: usualApi, fault }));
}

type Context = { knowledge: Knowledge; lane: Lane };

/**
 * Brings the rows of a page into the one form that the browser and exports use. What it learns of the account's spelling is
 * remembered.
 */
export async function translate(plan: Plan, page: WirePage, shape: Shape, context: Context): Promise<Translated> {
  const asked = askedOf(plan, shape);
  const { knowledge } = context;
  const before = readingsOf(knowledge.findings());
  // Fields that were not asked for after all need not be looked for.
  const sentFields = new Set(
    plan.sent.flatMap(({ request: { query } }) => [...(query.dimensions ?? []), ...(query.measures ?? [])]),
  );
  const wanted = {
    ...asked,
    ownZone: ownZone(knowledge),
    ends: endLabelled(shape, knowledge),
    fields: asked.fields.filter((field) => sentFields.has(field)),
  };
  const count = shape.roles.count?.field;
  const plain = plainRows(page.rows, { fields: wanted.fields, count });
  let { readings, missing, changed } = learn(sample(plain), wanted, before);
  if (changed && plain.length > 2 * looked) ({ readings, missing, changed } = learn(plain, wanted, before));
  let open: string[] = [];
  if (plain.length > 0) ({ readings, open } = await lookAlone(plan, wanted, missing, readings, { ...context, count }));
  const lacks = (field: string) => readings.notReturned.includes(field) || open.includes(field);
  if (plain.length > 0 && wanted.fields.length > 1 && wanted.fields.every(lacks)) {
    const learned = readings.notReturned.filter((field) => !before.notReturned.includes(field));
    for (const field of learned) knowledge.forget("not-returned", field);
    throw noCells(wanted.fields[0] ?? "");
  }
  for (const { kind, field, finding } of readingChanges(before, readings)) {
    if (finding) knowledge.learn(finding);
    else knowledge.forget(kind, field);
  }

  const rewrite = rewriter(wanted, readings);
  const written = rewrite ? plain.map(rewrite) : plain;
  const rows = await withoutTotals(written, { plan, page, shape, lane: context.lane });
  const isLater = new Set([...plan.later, ...plan.laterMeasures]);
  const notReturned = asked.fields.filter(
    (field) =>
      readings.notReturned.includes(field) || open.includes(field) || (!sentFields.has(field) && !isLater.has(field)),
  );
  return {
    rows,
    isUntouched: rows === page.rows,
    marks: {
      notes: [
        ...plan.marks.notes,
        ...notReturnedNotes(notReturned),
        ...clockNotes(wanted.times, knowledge),
        ...(rows === written ? [] : [sentence("dialectTotals")]),
      ],
      notReturned,
      unsorted: plan.marks.unsorted,
      lost: page.lost,
    },
  };
}

/** Whether a page is not the API's own any more, so that it and its tokens have to be written anew. */
export function isOwn(plan: Plan, { isUntouched, marks }: Translated): boolean {
  return !isUntouched || !plan.isPlain || marks.notes.length + marks.notReturned.length + marks.unsorted.length > 0;
}
