import { DuckDBInstance } from "@duckdb/node-api";
import type { Row } from "../../contract/page.ts";
import { catalogueOf } from "./catalogue/catalogues.ts";
import type { Catalogue } from "./catalogue/types.ts";
import type { Params } from "./compile/params.ts";
import type { Plan } from "./compile/plan.ts";
import { type ZoneOffsets, zoneOffsets } from "./compile/zone.ts";
import { freshnessMs, type StandInOptions } from "./options.ts";
import type { OffsetPaging } from "./paging/offset-paging.ts";
import { addLatest, generate, spanUpTo } from "./sample/generate.ts";
import { createLookups } from "./sample/lookups.ts";

/** The database needs nothing but its own memory: no files, no network, no extensions to load. */
const sealed = {
  enable_external_access: "false",
  autoinstall_known_extensions: "false",
  autoload_known_extensions: "false",
};

const dayInMicros = 86_400_000_000;

/** The account's data and the vocabulary in which it is spoken of. */
export type Account = {
  catalogue: Catalogue;
  /** Writes a row in another way than usual. */
  dress?: ((row: Row, plan: Plan) => Row) | undefined;
  /** Pages by numbers of rows; a page begins after a row when undefined. */
  paging?: OffsetPaging | undefined;
  /** Runs one statement and gives all its rows; it is interrupted when the signal is aborted. */
  query(sql: string, params: Params, signal?: AbortSignal): Promise<{ names: string[]; rows: unknown[][] }>;
  /** How many conversations there are: they are numbered from 0, so this is also the next one's number. */
  count(): number;
  /** Adds conversations of the last minutes before a moment. */
  grow(many: number, now: Date): Promise<void>;
  /** The offsets of a zone over the time that the data can have. */
  offsets(zone: string): ZoneOffsets;
  close(): void;
};

/** Months and weeks may begin before the data does, and data may be added for as long as the account runs. */
function rememberOffsets(from: number, to: number): (zone: string) => ZoneOffsets {
  const known = new Map<string, ZoneOffsets>();
  return (zone) => {
    const offsets = known.get(zone) ?? zoneOffsets(zone, from - 40 * dayInMicros, to + 400 * dayInMicros);
    known.set(zone, offsets);
    return offsets;
  };
}

async function fillDatabase(instance: DuckDBInstance, options: StandInOptions, span: { from: number; to: number }) {
  const connection = await instance.connect();
  try {
    await createLookups(connection);
    await generate(connection, options.seed ?? 1, options.conversations, span);
  } finally {
    connection.closeSync();
  }
}

/** Makes the account in memory. */
export async function createAccount(options: StandInOptions): Promise<Account> {
  const span = spanUpTo(options.now ?? new Date(Date.now() - freshnessMs));
  const instance = await DuckDBInstance.create(":memory:", sealed);
  await fillDatabase(instance, options, span);
  let count = options.conversations;
  return {
    catalogue: catalogueOf(options.catalogue ?? "reference"),
    offsets: rememberOffsets(span.from, span.to),
    count: () => count,
    async grow(many, now) {
      const connection = await instance.connect();
      try {
        await addLatest(connection, count, many, now);
        count += many;
      } finally {
        connection.closeSync();
      }
    },
    async query(sql, params, signal) {
      signal?.throwIfAborted();
      const connection = await instance.connect();
      const interrupt = () => connection.interrupt();
      signal?.addEventListener("abort", interrupt);
      try {
        signal?.throwIfAborted();
        const reader = await connection.runAndReadAll(sql, params.values, params.types);
        return { names: reader.columnNames(), rows: reader.getRowsJS() };
      } finally {
        signal?.removeEventListener("abort", interrupt);
        connection.closeSync();
      }
    },
    close: () => instance.closeSync(),
  };
}
