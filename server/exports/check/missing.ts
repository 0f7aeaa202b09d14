import type { Manifest } from "../../../contract/manifest.ts";
import type { InsightsQueryRequest } from "../../../contract/query.ts";
import type { RunContext } from "../snapshot/context.ts";
import { rowCells } from "../snapshot/row-cells.ts";
import type { Taker } from "../snapshot/taker.ts";
import { ofIds } from "./of-ids.ts";
import { readOn } from "./read-on.ts";

/** More than this is not missing: the query has another meaning than was thought. */
const mostMissing = 20_000;
/** Ids that stand in one query. */
const atOnce = 100;

type Cells = ReadonlyMap<string, Buffer>;
/** A conversation that no row came of: its id as the JSON that came, and its other cells by field. */
type Missing = { id: Buffer; cells: Map<string, Buffer> };
/** Conversations that no row came of, by their ids. */
export type MissingById = Map<string, Missing>;

function rowOf(order: readonly string[], cells: Cells): Buffer {
  const parts = order.flatMap((field) => {
    const cell = cells.get(field);
    return cell ? [`${JSON.stringify(field)}:${cell.toString("utf8")}`] : [];
  });
  return Buffer.from(`{${parts.join(",")}}`);
}

/** The same query, only of these of its fields. */
function askingFor({ query, ...rest }: InsightsQueryRequest, fields: readonly string[]): InsightsQueryRequest {
  const { measures = [], orderBy = [], filters } = query;
  const measured = fields.filter((field) => measures.includes(field));
  return {
    ...rest,
    query: {
      ...(measured.length > 0 ? { measures: measured } : {}),
      dimensions: fields.filter((field) => !measures.includes(field)),
      ...(filters ? { filters } : {}),
      orderBy: orderBy.filter(({ field }) => fields.includes(field)),
    },
  };
}

/** The fields that tell a conversation: its id, and its time where the rows have it. */
function ownFields({ request, check }: Manifest): string[] {
  if (!check) return [];
  const { time, id } = check;
  return [id, ...(time && request.query.dimensions?.includes(time.field) ? [time.field] : [])];
}

/** The query for ids, and times where the rows have them, of the conversations that a query is of. */
export function idsRequest({ manifest }: RunContext, request = manifest.request): InsightsQueryRequest {
  return askingFor(request, ownFields(manifest));
}

/**
 * Takes from rows of ids alone the conversations of which the file has no row.
 *
 * @param missing where they are put.
 */
export function missingTaker({ manifest }: RunContext, taker: Taker, missing: MissingById) {
  const own = ownFields(manifest);
  const ownCells = rowCells(own);
  const [idField = "", timeField] = own;
  return (rows: readonly Buffer[]): void => {
    for (const row of rows) {
      const [id, time] = ownCells(row);
      if (!id || !taker.within(row) || taker.seen.hasId(id)) continue;
      const cells = new Map([[idField, Buffer.from(id)]]);
      if (timeField && time) cells.set(timeField, Buffer.from(time));
      missing.set(id.toString("latin1"), { id: Buffer.from(id), cells });
    }
  };
}

/**
 * Conversations of which no row came, written behind the end. An account that takes its lists apart leaves out those
 * whose list is empty, and one whose pages shift loses some. They are found by asking for ids alone.
 *
 * @returns how many conversations came.
 */
export async function addMissing(
  context: RunContext,
  taker: Taker,
  isEnough: (more: number) => boolean,
): Promise<number> {
  const { dimensions = [], measures = [] } = context.manifest.request.query;
  const own = ownFields(context.manifest);
  // The rows are ids alone already.
  if (own.length === 0 || [...dimensions, ...measures].every((field) => own.includes(field))) return 0;
  const missing: MissingById = new Map();
  const take = missingTaker(context, taker, missing);
  await readOn(context, idsRequest(context), {
    take,
    isEnough: () => missing.size > mostMissing || isEnough(missing.size),
  });
  return await fetchMissing(context, taker, missing);
}

/**
 * Asks for conversations of which no row came with all fields, and for those that still do not come, field by field; a
 * field that has nothing for them stays away.
 *
 * @returns how many conversations came.
 */
export async function fetchMissing(context: RunContext, taker: Taker, missing: MissingById): Promise<number> {
  const { request, check } = context.manifest;
  if (!check || missing.size === 0 || missing.size > mostMissing) return 0;
  const { dimensions = [], measures = [] } = request.query;
  const own = ownFields(context.manifest);
  const others = [...dimensions, ...measures].filter((field) => !own.includes(field));
  const before = taker.seen.ids;
  const came = () => taker.seen.ids - before;

  async function each(list: readonly Missing[], act: (some: readonly Missing[]) => Promise<boolean>): Promise<boolean> {
    for (let at = 0; at < list.length; at += atOnce) if (!(await act(list.slice(at, at + atOnce)))) return false;
    return true;
  }

  /** Rows of all fields, for those whose rows were lost on the way. */
  const whole = await each([...missing.values()], async (some) => {
    const asked = ofIds(
      request,
      check.id,
      some.map(({ id }) => id),
    );
    const sink = { take: (rows: readonly Buffer[]) => taker.add(rows), isEnough: () => false };
    return asked !== undefined && (await readOn(context, asked, sink));
  });
  if (!whole) return came();

  const left = [...missing.values()].filter(({ id }) => !taker.seen.hasId(id));
  const byId = new Map(
    left.map((one) => [one.id.toString("latin1"), { ...one, several: new Map<string, Buffer[]>() }]),
  );
  for (const field of others) {
    const fieldCells = rowCells([check.id, field]);
    const take = (rows: readonly Buffer[]) => {
      for (const row of rows) {
        const [id, cell] = fieldCells(row);
        const one = id && byId.get(id.toString("latin1"));
        if (!one || !cell) continue;
        const cells = one.several.get(field) ?? [];
        if (!cells.some((held) => held.equals(cell))) one.several.set(field, [...cells, Buffer.from(cell)]);
      }
    };
    const isWhole = await each(left, async (some) => {
      const asked = ofIds(
        askingFor(request, [check.id, field]),
        check.id,
        some.map(({ id }) => id),
      );
      return asked !== undefined && (await readOn(context, asked, { take, isEnough: () => false }));
    });
    if (!isWhole) return came();
  }
  for (const { cells, several } of byId.values()) {
    const many = [...several].filter(([, values]) => values.length > 1);
    // Which values of two such fields belong together, nobody says.
    if (many.length > 1) continue;
    for (const [field, [value]] of several) if (value) cells.set(field, value);
    const [field, values] = many[0] ?? ["", []];
    const rows = values.map((value) => rowOf([...dimensions, ...measures], new Map([...cells, [field, value]])));
    await taker.add(rows.length > 0 ? rows : [rowOf([...dimensions, ...measures], cells)]);
  }
  return came();
}
