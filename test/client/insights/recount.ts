import type { BreakdownEntry } from "../../../client/insights/breakdown.ts";
import { type Chosen, type FilterRole, filterRoles } from "../../../client/view/view.ts";
import { type FieldRole, type FieldRoles, findFields } from "../../../contract/fields.ts";
import { metadataSchema } from "../../../contract/metadata.ts";
import { nextToken, pageSchema, type Row } from "../../../contract/page.ts";
import type { FilterLeaf, QueryDefinition } from "../../../contract/query.ts";

/** A conversation as a plain recount has it: its moment and its values for each role. */
export type Told = { id: string; at: number; values: Record<FilterRole, Set<string>> };

export async function fieldsOf(url: string): Promise<FieldRoles> {
  const answer = await fetch(`${url}/api/metadata`);
  return findFields(metadataSchema.parse(await answer.json()));
}

/** All rows of a plain query. */
async function allRows(url: string, query: QueryDefinition, timezone = "UTC"): Promise<Row[]> {
  const init = {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query, properties: { timezone } }),
  };
  let page = pageSchema.parse(await (await fetch(`${url}/api/query?pageSize=500`, init)).json());
  const rows = [...page.items];
  for (let token = nextToken(page); token; token = nextToken(page)) {
    const answer = await fetch(`${url}/api/query?pageToken=${encodeURIComponent(token)}`);
    page = pageSchema.parse(await answer.json());
    rows.push(...page.items);
  }
  return rows;
}

/** The rows of a window of the sample, both its ends in milliseconds since 1970: its beginning in it, its end not. */
export function rowsWithin(
  url: string,
  dimensions: string[],
  { from, to }: { from: number; to: number },
): Promise<Row[]> {
  const iso = (ms: number) => [new Date(ms).toISOString()];
  const expressions: FilterLeaf[] = [
    { op: "GT", field: "DateCreated", values: iso(from - 1) },
    { op: "LT", field: "DateCreated", values: iso(to) },
  ];
  return allRows(url, { dimensions, filters: [{ op: "AND", expressions }] });
}

function textsIn(cell: unknown): string[] {
  const cells: unknown[] = Array.isArray(cell) ? cell : [cell];
  return cells.filter((one) => typeof one === "string");
}

/**
 * Every conversation of the account, asked for plainly: one query of ids and hours of a zone, and one of ids and values for each
 * role. It shares nothing with the client but the names of the fields.
 */
export async function tellAll(url: string, { roles }: FieldRoles, zone: string): Promise<Map<string, Told>> {
  const [id, time] = [roles.id?.field ?? "", roles.time?.grains.hour ?? ""];
  const told = new Map<string, Told>();
  for (const row of await allRows(url, { dimensions: [id, time] }, zone)) {
    const values = {
      channel: new Set<string>(),
      language: new Set<string>(),
      sentiment: new Set<string>(),
      status: new Set<string>(),
    };
    told.set(String(row[id]), { id: String(row[id]), at: Date.parse(String(row[time])), values });
  }
  const add = async (role: FilterRole, { field, condition }: FieldRole) => {
    const leaves: FilterLeaf[] = condition ? [{ op: "IN", ...condition }] : [];
    const filters = leaves.length > 0 ? { filters: [{ expressions: leaves }] } : {};
    for (const row of await allRows(url, { dimensions: [id, field], ...filters })) {
      for (const text of textsIn(row[field])) told.get(String(row[id]))?.values[role].add(text);
    }
  };
  for (const role of filterRoles) {
    const found = roles[role];
    if (found) await add(role, found);
  }
  return told;
}

/** The conversations that a view shows, told plainly. */
export function chosenOf(
  told: ReadonlyMap<string, Told>,
  window: { from: number; to: number },
  chosen: Chosen,
  except?: FilterRole,
): Told[] {
  return [...told.values()].filter(
    ({ at, values }) =>
      at >= window.from &&
      at < window.to &&
      filterRoles.every((role) => {
        const wanted = chosen[role];
        return role === except || wanted.length === 0 || wanted.some((value) => values[role].has(value));
      }),
  );
}

/** How conversations split by a role, told plainly. */
export function splitOf(list: readonly Told[], role: FilterRole) {
  const counts = new Map<string, number>();
  for (const { values } of list) {
    for (const key of new Set([...values[role]].map((value) => value.toLowerCase()))) {
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  const notSet = list.filter(({ values }) => values[role].size === 0).length;
  const overlap = list.some(({ values }) => values[role].size > 1);
  return { counts: Object.fromEntries(counts), notSet, population: list.length, overlap };
}

export function entryCounts(entries: readonly BreakdownEntry[]): Record<string, number> {
  return Object.fromEntries(entries.map(({ key, count }) => [key, count]));
}
