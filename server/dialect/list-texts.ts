import { type FilterLeaf, type InsightsQueryRequest, isNotSet, type QueryDefinition } from "../../contract/query.ts";
import type { Knowledge } from "../accounts/knowledge.ts";
import type { Clock } from "../clock.ts";
import { refusalOf } from "../twilio/refusals.ts";
import { readingsOf } from "./answer/kept.ts";
import { listMembers } from "./answer/list-cell.ts";
import { entryOf, isListReading, type ListReading } from "./answer/readings.ts";
import { isUnanswered, type Lane, shared } from "./lane.ts";
import { readRow } from "./leave-out.ts";
import { planQuery } from "./plan.ts";
import type { Shape } from "./shape.ts";
import { leavesOf, type SpelledList, type SpelledLists, windowOf } from "./split-filters.ts";

/** Lists of one field as the account writes them, each with the number of its conversations. */
type Texts = ReadonlyMap<string, number>;

/** The fields of a request that are filtered by lists that are text, with all their texts in the request's window. */
export type ListTexts = (request: InsightsQueryRequest, shape: Shape, lane: Lane) => Promise<SpelledLists>;

/** A field of more lists is filtered by its rows: so many values in one comparison may be too many. */
const mostTexts = 200;
const mostPages = 3;
/** The queries of one screen are asked for within seconds. */
const keptMs = 2 * 60_000;
const mostKept = 20;

type Asked = { request: InsightsQueryRequest; field: string; count: string; lane: Lane; shape: Shape };

export function keepListTexts({ knowledge, clock }: { knowledge: Knowledge; clock: Clock }): ListTexts {
  const kept = new Map<string, { list: Promise<SpelledList | undefined>; until: number }>();

  /**
   * The rows of a count in the window of a request, as they came; undefined where there are too many pages, or rows that
   * cannot be read: a text that is in one of those would find nothing.
   */
  async function rawRows({ request, count, lane, shape }: Asked, query: QueryDefinition, more: FilterLeaf[] = []) {
    const bounds = leavesOf(request).filter(({ op }) => op === "GT" || op === "LT");
    const { domain } = request;
    const around = { ...(domain === undefined ? {} : { domain }), properties: { timezone: "UTC" } };
    const filters = [{ op: "AND" as const, expressions: [...bounds, ...more] }];
    const asked = { ...around, query: { ...query, measures: [count], filters } };
    // A filter is asked for as it stands here: what it finds is what is to be seen.
    const lists: SpelledLists = new Map(more.map(({ field }) => [field, "members"]));
    const plan = planQuery(asked, 1000, knowledge, shape, lists);
    const sent = "sent" in plan && plan.left.length === 0 && plan.sent.length === 1 ? plan.sent[0] : undefined;
    if (!sent) return undefined;
    let page = await lane.first(sent);
    const rows = [...page.rows];
    let { lost } = page;
    for (let pages = 1; page.nextToken !== undefined && lost === 0; pages += 1) {
      if (pages >= mostPages) return undefined;
      page = await lane.next(page.nextToken);
      rows.push(...page.rows);
      lost += page.lost;
    }
    return lost > 0 ? undefined : rows.map(readRow);
  }

  function keyOf(field: string): string {
    return entryOf(readingsOf(knowledge.findings()).keys, field) ?? field;
  }

  async function ask(asked: Asked): Promise<Texts | undefined> {
    const { field, count } = asked;
    const rows = await rawRows(asked, { dimensions: [field], orderBy: [{ field, direction: "ASC" }] });
    if (!rows || rows.length > mostTexts) return undefined;
    const texts = new Map<string, number>();
    for (const row of rows) {
      const text = row[keyOf(field)];
      if (typeof text === "string") texts.set(text, Number(row[keyOf(count)]));
    }
    return texts;
  }

  /** Undefined where the answer cannot be read. */
  async function counted(asked: Asked, value: string): Promise<number | undefined> {
    try {
      const rows = await rawRows(asked, {}, [{ op: "IN", field: asked.field, values: [value] }]);
      return rows && Number(rows[0]?.[keyOf(asked.count)] ?? 0);
    } catch (error) {
      if (refusalOf(error)) return 0;
      throw error;
    }
  }

  /** Finds out once what a filter compares: a list that is not its only member itself tells. */
  async function comparedBy(asked: Asked, texts: Texts, reading: ListReading): Promise<string | undefined> {
    const { field } = asked;
    const known = knowledge.find("list-filter", field);
    if (known) return known.value;
    const lists = [...texts.keys()].map((text) => ({ text, members: (listMembers(reading, text) ?? []).map(String) }));
    const telling = lists.find(({ text, members }) => members.length > 0 && !members.includes(text));
    const [member] = telling?.members ?? [];
    if (!telling || member === undefined) return undefined;
    const asText = await counted(asked, telling.text);
    const having = lists.reduce((sum, one) => sum + (one.members.includes(member) ? (texts.get(one.text) ?? 0) : 0), 0);
    const asMember = asText === 0 ? await counted(asked, member) : 0;
    if (asText === undefined || asMember === undefined) return undefined;
    const isMembers = asText === 0 && asMember === having;
    const value = asText > 0 ? "texts" : isMembers ? "members" : "none";
    knowledge.learn({ kind: "list-filter", field, value, how: "seen" });
    return value;
  }

  async function look(asked: Asked, reading: ListReading): Promise<SpelledList | undefined> {
    const texts = await ask(asked);
    if (!texts) return undefined;
    const compared = await comparedBy(asked, texts, reading);
    if (compared === "members") return compared;
    return compared === "texts" ? { reading, texts: [...texts.keys()] } : undefined;
  }

  function listOf(asked: Asked, reading: ListReading): Promise<SpelledList | undefined> {
    const name = JSON.stringify([asked.field, windowOf(asked.request)]);
    const now = clock.now();
    for (const [key, { until }] of kept) if (until < now) kept.delete(key);
    const before = kept.get(name);
    if (before) return before.list;
    const list = look({ ...asked, lane: shared(asked.lane) }, reading);
    kept.set(name, { list, until: now + keptMs });
    // What failed is asked again by the next who wants it.
    list.catch(() => kept.delete(name));
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    return list;
  }

  return async (request, shape, lane) => {
    const lists = new Map<string, SpelledList>();
    const count = shape.roles.count?.field;
    if (count === undefined || !windowOf(request)) return lists;
    const compared = leavesOf(request).filter((leaf) => !isNotSet(leaf));
    for (const field of new Set(compared.map((leaf) => leaf.field))) {
      const reading = knowledge.find("list-cells", field)?.value ?? "";
      const isRefused = (["no-filter", "no-field", "no-beside"] as const).some((kind) => knowledge.find(kind, field));
      if (!isListReading(reading) || isRefused || knowledge.find("list-filter", field)?.value === "none") continue;
      const list = await listOf({ request, field, count, lane, shape }, reading).catch((error: unknown) => {
        // Without the texts, rows are filtered here.
        if (isUnanswered(error)) return undefined;
        throw error;
      });
      if (list) lists.set(field, list);
    }
    return lists;
  };
}
