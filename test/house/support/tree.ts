import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSource, type Source } from "./source.ts";

export const root = fileURLToPath(new URL("../../../", import.meta.url));
const rooms = ["bench", "client", "contract", "scripts", "server", "test"];

function filesOf(room: string, ending: RegExp): string[] {
  if (!existsSync(join(root, room))) return [];
  const entries = readdirSync(join(root, room), { recursive: true, encoding: "utf8" });
  return entries.filter((path) => ending.test(path)).map((path) => `${room}/${path.replaceAll("\\", "/")}`);
}

/** Every TypeScript file of the repository's rooms, parsed. */
export function readTree(): Source[] {
  return rooms
    .flatMap((room) => filesOf(room, /\.tsx?$/))
    .sort()
    .map((path) => parseSource(path, readFileSync(join(root, path), "utf8")));
}

/** Every TypeScript file of some rooms as text, with its path. */
export function readCode(of: readonly string[]): [path: string, code: string][] {
  return of.flatMap((room) => filesOf(room, /\.tsx?$/)).map((path) => [path, readText(path)]);
}

/** Every style sheet of the client, with its path. */
export function readStyles(): [path: string, css: string][] {
  return filesOf("client", /\.css$/).map((path) => [path, readText(path)]);
}

export function readText(path: string): string {
  return readFileSync(join(root, path), "utf8");
}
