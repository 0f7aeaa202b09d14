import { setImmediate as turn } from "node:timers/promises";
import { type PageMarks, pageSchema } from "../../contract/page.ts";
import { openBrace } from "../json/json-bytes.ts";
import { withoutNaN } from "../json/json-nan.ts";
import { ScanError } from "../json/json-scan.ts";
import { earshotProblem, type ProblemError } from "../messages/problem.ts";
import { sentence } from "../messages/sentence.ts";
import { placeOf } from "../messages/sentences.ts";
import { usualApi } from "./faults.ts";
import { namedRows } from "./listed-rows.ts";
import { isLastPage, isNoToken, pageToken } from "./page-tokens.ts";
import { jobStillRunning, notJson, refuseUnlessOk } from "./read-answer.ts";
import { errorInside, longestError } from "./read-error.ts";
import {
  mostOthers,
  type PageLimits,
  PageShapeError,
  PageSizeError,
  type RowList,
  type ScannedPage,
  type Slices,
  scanPage,
  usualLimits,
} from "./scan-page.ts";
import type { RawAnswer } from "./transport.ts";

/** A page of rows as it came over the wire, for the screen and for exports. */
export type WirePage = {
  /** The answer as JSON: UTF-8, decoded, without a byte order mark. */
  bytes: Buffer;
  /** The bytes of each row, on one line. */
  rows: Buffer[];
  /** Items that were no rows: null, a number, a text, a list. */
  lost: number;
  nextToken: string | undefined;
  previousToken: string | undefined;
  domain: string | undefined;
  /** What was done to the page so that it is what was asked for; undefined for the API's own. */
  marks?: PageMarks;
  /** Whether `bytes` are a page as the contract has it, which may go on to the browser as they are. */
  asDocumented: boolean;
};

/** What a page is written from. */
export type PageParts = Pick<WirePage, "rows" | "nextToken" | "previousToken" | "domain">;

const metaSchema = pageSchema.shape.meta;

function textIn(value: unknown, key: string): string | undefined {
  const member: unknown = typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
  return typeof member === "string" && member !== "" ? member : undefined;
}

/** What an answer is that could not be read as a page. */
function pageFault(answer: RawAnswer, error: unknown): unknown {
  if (error instanceof PageShapeError) return shapeFault(answer, error);
  if (error instanceof PageSizeError) {
    return earshotProblem("upstreamTooLarge", sentence("twilioTooLarge", { api: answer.api ?? usualApi }));
  }
  return error instanceof ScanError ? notJson(answer, error.at >= answer.bytes.length) : error;
}

function shapeFault({ api = usualApi }: RawAnswer, fault: PageShapeError): ProblemError {
  return earshotProblem("upstreamShape", sentence("twilioShape", { api, fault: fault.sentence }));
}

/** What lists of rows are called where neither the name nor `meta` says so. */
const listNames = ["data", "results", "rows", "records", "result", "values", "entries"];
/** What the object is called that an answer is put into. */
const wrapNames = ["data", "result", "results", "response", "payload", "body"];
const mostWraps = 2;

/**
 * The rows of an answer that has no list called `items`: Twilio's `meta` says what the list is called, and some names
 * say it themselves. An answer with no list at all is a page without rows, unless it holds something else, which would
 * be lost without a word.
 */
function* rowsElsewhere(page: ScannedPage, bytes: Buffer): Slices<RowList> {
  const listNamed = (name: string) => page.listAt(page.others.get(name)?.[0] ?? -1);
  const named = yield* listNamed(textIn(page.meta, "key") ?? "");
  if (named) return named;
  const known: RowList[] = [];
  for (const name of listNames) {
    const list = yield* listNamed(name);
    if (list) known.push(list);
  }
  const [only, ...more] = known;
  if (only && more.length === 0) return only;
  const isPage = page.items === null || (typeof page.meta === "object" && page.meta !== null);
  for (const [name, [from, to]] of page.others) {
    const other = yield* page.listAt(from);
    // Rows may stand in an object, e.g. column by column.
    const isFull = listNames.includes(name) && bytes[from] === openBrace && to - from > "{ }".length;
    if (!isPage || isFull || (other && other.rows.length + other.lists.length > 0)) {
      throw new PageShapeError(sentence("shapeMissing", { ...placeOf("items"), expected: "array" }));
    }
  }
  return { rows: [], lost: 0, lists: [], nulls: 0 };
}

/** The page within an answer that is put into another object; the answer itself where it is a page. */
function* unwrapped(
  bytes: Buffer,
  page: ScannedPage,
  limits: PageLimits,
  wraps = 0,
): Slices<{ bytes: Buffer; page: ScannedPage }> {
  if (page.items !== undefined || wraps >= mostWraps) return { bytes, page };
  for (const name of wrapNames) {
    const [from, to] = page.others.get(name) ?? [0, 0];
    if (bytes[from] !== openBrace || to === 0) continue;
    const inner = bytes.subarray(from, to);
    const found = yield* unwrapped(inner, yield* scanPage(inner, limits), limits, wraps + 1);
    const hasRows = found.page.items !== undefined || listNames.some((list) => found.page.others.has(list));
    if (hasRows || found.page.meta !== undefined) return found;
  }
  return { bytes, page };
}

/** What stands beside the rows, by name; of large values only that they are there. */
function membersOf({ meta, others }: ScannedPage, bytes: Buffer): Map<string, unknown> {
  const small = [...others].filter(([, [from, to]]) => to - from < mostMember);
  const read = small.map(([name, [from, to]]): [string, unknown] => [
    name,
    JSON.parse(bytes.toString("utf8", from, to)),
  ]);
  return new Map([["meta", meta], ...read]);
}

/** No token is as long. */
const mostMember = 20_000;

function* read(answer: RawAnswer, limits: PageLimits): Slices<WirePage> {
  const { bytes } = answer;
  const scannedPage = yield* scanPage(bytes, limits);
  const found = scannedPage.items?.rows.length ?? 0;
  const mayBeError = found === 0 && !scannedPage.isBare && scannedPage.others.size > 0;
  if (mayBeError && bytes.length <= longestError) {
    const error = errorInside(answer, JSON.parse(bytes.toString("utf8")));
    if (error) throw error;
  }
  const { page, bytes: own } = yield* unwrapped(bytes, scannedPage, limits);
  const { meta, domain } = page;
  const documented = textIn(meta, "nextToken");
  const members = membersOf(page, own);
  const outer = page === scannedPage ? undefined : membersOf(scannedPage, bytes);
  const { rows, lost, nulls } = yield* namedRows(page.items ?? (yield* rowsElsewhere(page, own)), members);
  // Nothing but what is no row: that is another kind of answer, and no list of nothing.
  if (rows.length === 0 && lost > nulls) {
    throw new PageShapeError(sentence("shapeType", { ...placeOf("items[0]"), expected: "object" }));
  }
  const token = (direction: "next" | "previous") => {
    const named = textIn(meta, `${direction}Token`);
    if (named !== undefined) return isNoToken(named) ? undefined : named;
    if (documented !== undefined) return undefined;
    return pageToken(answer, members, direction) ?? (outer && pageToken(answer, outer, direction));
  };
  const isLast = isLastPage(members) || (outer !== undefined && isLastPage(outer));
  const nextToken = isLast ? undefined : token("next");
  return {
    bytes,
    rows,
    lost,
    nextToken,
    previousToken: token("previous"),
    domain: typeof domain === "string" ? domain : undefined,
    asDocumented:
      page === scannedPage &&
      !page.isBare &&
      nextToken === documented &&
      page.items !== undefined &&
      page.items !== null &&
      page.items.lists.length === 0 &&
      lost === 0 &&
      metaSchema.safeParse(meta).success &&
      pageSchema.shape.domain.safeParse(domain).success &&
      page.others.size < mostOthers &&
      !page.others.has("earshot"),
  };
}

/** An answer without a body, which says that there is nothing. */
function nothingIn({ bytes }: RawAnswer): WirePage {
  const none = { nextToken: undefined, previousToken: undefined, domain: undefined };
  return { bytes, rows: [], lost: 0, ...none, asDocumented: false };
}

/** Reads a page; what has numbers that are no JSON is read a second time, without them. */
function* readPlain(answer: RawAnswer, limits: PageLimits): Slices<WirePage> {
  try {
    return yield* read(answer, limits);
  } catch (error) {
    const bytes = error instanceof ScanError ? withoutNaN(answer.bytes) : undefined;
    if (!bytes) throw error;
    return yield* read({ ...answer, bytes }, limits);
  }
}

/** What {@link readPage} does, slice by slice. */
export function* pageSlices(answer: RawAnswer, limits = usualLimits): Slices<WirePage> {
  refuseUnlessOk(answer);
  if (answer.status === 204) return nothingIn(answer);
  try {
    const page = yield* readPlain(answer, limits);
    if (answer.status === 202 && page.rows.length === 0 && page.nextToken === undefined) throw jobStillRunning(answer);
    return page;
  } catch (error) {
    const isNoPage = error instanceof PageShapeError || error instanceof ScanError;
    throw answer.status === 202 && isNoPage ? jobStillRunning(answer) : pageFault(answer, error);
  }
}

/**
 * Reads a page of rows. Nothing in it is required, as in Twilio's document: without `meta` it is the last page, without
 * `items` an empty one, and what is no row costs itself alone. It is read in slices, between which others have their
 * turn.
 *
 * @throws ProblemError for every status but those of 200, for what is not JSON, for JSON that is no page, for a page of
 * more than is taken at once, and for an error that came with a status of 200.
 */
export async function readPage(answer: RawAnswer): Promise<WirePage> {
  const slices = pageSlices(answer);
  for (;;) {
    const { done, value } = slices.next();
    if (done) return value;
    await turn();
  }
}

const comma = Buffer.from(",");

/** Writes a page as the contract has it. The rows are the bytes that are given. */
export function writePage(page: PageParts, marks?: Partial<PageMarks>): Buffer {
  const { rows, nextToken = null, previousToken = null, domain } = page;
  const start = domain === undefined ? "{" : `{"domain":${JSON.stringify(domain)},`;
  const meta = JSON.stringify({ key: "items", pageSize: rows.length, previousToken, nextToken });
  const end = marks === undefined ? "}" : `,"earshot":${JSON.stringify(marks)}}`;
  const list = rows.flatMap((row, index) => (index === 0 ? [row] : [comma, row]));
  return Buffer.concat([Buffer.from(`${start}"items":[`), ...list, Buffer.from(`],"meta":${meta}${end}`)]);
}
