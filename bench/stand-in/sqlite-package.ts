import { execFile } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

/** What is used of better-sqlite3. */
export type Sqlite = {
  exec(sql: string): void;
  prepare(sql: string): { all(...values: unknown[]): unknown[]; run(...values: unknown[]): unknown };
  transaction<Rows>(work: (rows: Rows) => void): (rows: Rows) => void;
  close(): void;
};

const wanted = "better-sqlite3@12.11.1";
const folder = join(tmpdir(), "earshot-bench-sqlite");

/**
 * Opens an SQLite in memory. The library is no dependency of the project: it has to be compiled on many machines, which
 * would make `npm ci` fragile for the sake of a measurement. It is installed in a folder of its own when it is needed.
 */
export async function openSqlite(): Promise<Sqlite> {
  if (!existsSync(join(folder, "node_modules", "better-sqlite3", "build", "Release", "better_sqlite3.node"))) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "package.json"), '{"private":true}');
    await promisify(execFile)("npm", ["install", wanted], { cwd: folder, shell: process.platform === "win32" });
  }
  const Database = createRequire(join(folder, "package.json"))("better-sqlite3") as new (path: string) => Sqlite;
  return new Database(":memory:");
}
