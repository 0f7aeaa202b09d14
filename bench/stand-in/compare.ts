import type { InsightsQueryRequest } from "../../contract/query.ts";
import { type Account, createAccount } from "../../server/stand-in/account.ts";
import { Params } from "../../server/stand-in/compile/params.ts";
import { readPage } from "../../server/stand-in/paging/read-page.ts";
import { openSqlite, type Sqlite } from "./sqlite-package.ts";
import { median, megabytes } from "./timing.ts";

/** What is measured of each database: the dashboard's queries, without HTTP, with their rows in JavaScript. */
type Measured = Record<"ready" | "firstPage" | "deepPage" | "sorted" | "cube" | "trend" | "memory", number>;

const zone = "Europe/Berlin";
const dimensions = ["Id", "DateCreated", "Channels", "Languages", "OperatorResult.Value", "Status"];
const facets = ["Channels", "Languages", "OperatorResult.Value", "Status"];
const measures = ["Conversation.Count"];
const pageRows = 100;
const chunk = 50_000;

function asking(query: InsightsQueryRequest["query"]): InsightsQueryRequest {
  return { query, properties: { timezone: zone } };
}

/** How deep the deep page is: page 1,000, or half way where there are fewer. */
export function deepRows(conversations: number): number {
  return Math.min(1000 * pageRows, Math.floor(conversations / 2));
}

export async function measureDuckDb(conversations: number): Promise<Measured> {
  const begin = performance.now();
  const account = await createAccount({ conversations });
  const ready = Math.round(performance.now() - begin);
  const page = (query: InsightsQueryRequest["query"], size: number, position?: (string | number | null)[]) =>
    readPage(account, asking(query), size, { direction: "after", ...(position && { position }) });
  const { rows } = await account.query(
    `SELECT created, id FROM conversation ORDER BY created DESC, id LIMIT 1 OFFSET ${deepRows(conversations)}`,
    new Params(),
  );
  const [created, id] = rows[0] ?? [];
  const measured = {
    ready,
    firstPage: await median(() => page({ dimensions }, pageRows)),
    deepPage: await median(() => page({ dimensions }, pageRows, [Number(created), String(id)])),
    sorted: await median(() => page({ dimensions, orderBy: [{ field: "Status", direction: "DESC" }] }, pageRows)),
    cube: await median(() => page({ dimensions: facets, measures }, 100_000)),
    trend: await median(() => page({ dimensions: ["DateCreated.day", "OperatorResult.Value"], measures }, 100_000)),
    memory: megabytes(),
  };
  account.close();
  return measured;
}

/** Copies every column of every conversation, newest first as they lie in DuckDB, with the index that paging needs. */
async function copy(account: Account, sqlite: Sqlite, conversations: number): Promise<void> {
  const read = (from: number) =>
    account.query(`SELECT * FROM conversation LIMIT ${chunk} OFFSET ${from}`, new Params());
  const { names, rows: first } = await read(0);
  const columns = names.map((name, i) => `${name} ${typeof first[0]?.[i] === "string" ? "TEXT" : "INTEGER"}`);
  sqlite.exec(`CREATE TABLE conversation (${columns.join(", ")})`);
  const insert = sqlite.prepare(`INSERT INTO conversation VALUES (${names.map(() => "?").join(", ")})`);
  const plain = (cell: unknown) => (typeof cell === "boolean" ? Number(cell) : cell);
  const insertAll = sqlite.transaction((rows: unknown[][]) => {
    for (const row of rows) insert.run(...row.map(plain));
  });
  for (let from = 0; from < conversations; from += chunk) insertAll((await read(from)).rows);
  sqlite.exec("CREATE INDEX newest ON conversation (created DESC, id)");
}

/** The same conversations and the same questions in SQL of SQLite, which has no zones: the offset of one day is used. */
export async function measureSqlite(conversations: number): Promise<Measured> {
  const sqlite = await openSqlite();
  const account = await createAccount({ conversations });
  const begin = performance.now();
  await copy(account, sqlite, conversations);
  // The copying is SQLite's and the reading DuckDB's; both are needed, as the rows are made by DuckDB's SQL.
  const ready = Math.round(performance.now() - begin);
  account.close();
  const columns = "id, created, channels, languages, sentiment, status";
  const newest = "ORDER BY created DESC, id LIMIT 101";
  const deepest = sqlite
    .prepare("SELECT created, id FROM conversation ORDER BY created DESC, id LIMIT 1 OFFSET ?")
    .all(deepRows(conversations));
  const [position] = deepest as { created: number; id: string }[];
  const day = 86_400_000_000;
  const first = sqlite.prepare(`SELECT ${columns} FROM conversation ${newest}`);
  const deep = sqlite.prepare(
    `SELECT ${columns} FROM conversation WHERE created <= ? AND (created < ? OR id > ?) ${newest}`,
  );
  const sorted = sqlite.prepare(`SELECT ${columns} FROM conversation ORDER BY status DESC, created DESC, id LIMIT 101`);
  const cube = sqlite.prepare(
    "SELECT channels, languages, sentiment, status, count(*) AS n FROM conversation GROUP BY 1, 2, 3, 4 ORDER BY n DESC",
  );
  const trend = sqlite.prepare(
    `SELECT (created + 3600000000) / ${day} * ${day} - 3600000000 AS day, sentiment, count(*) AS n
    FROM conversation GROUP BY 1, 2 ORDER BY 1, 2`,
  );
  const measured = {
    ready,
    firstPage: await median(() => first.all()),
    deepPage: await median(() => deep.all(position?.created, position?.created, position?.id)),
    sorted: await median(() => sorted.all()),
    cube: await median(() => cube.all()),
    trend: await median(() => trend.all()),
    memory: megabytes(),
  };
  sqlite.close();
  return measured;
}
