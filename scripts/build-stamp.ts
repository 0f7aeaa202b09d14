import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rootFolder } from "./run.ts";

/** Everything that the built product is made from. */
const inputs = [
  "client",
  "contract",
  "server",
  "public",
  "index.html",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "tsconfig.base.json",
  "tsconfig.client.json",
  "tsconfig.contract.json",
  "tsconfig.server.json",
  "vite.config.ts",
  "scripts/compile-words.ts",
  "scripts/pack-files.ts",
  "scripts/guide",
  "docs/guide.md",
];
const outputs = ["dist/server/main.js", "dist/server/renderer.js", "dist/client/index.html", "dist/client/guide.html"];
const stampPath = join(rootFolder, "dist/built-from");

function filesOf(path: string): string[] {
  const absolute = join(rootFolder, path);
  if (!existsSync(absolute)) return [];
  const inside = readdirSync(absolute, { recursive: true, withFileTypes: true });
  return inside.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** A digest of the content of every input and of the Node version; times of files say nothing after a clone or a copy. */
export function inputsDigest(): string {
  const hash = createHash("sha256").update(process.version);
  for (const input of inputs) {
    const files = /\.\w+$/.test(input) ? [join(rootFolder, input)] : filesOf(input).sort();
    for (const file of files) hash.update(`\0${file}\0`).update(readFileSync(file));
  }
  return hash.digest("hex");
}

/** Whether dist/ holds a whole build of exactly the present sources. */
export function isBuilt(digest: string): boolean {
  const whole = [stampPath, ...outputs.map((path) => join(rootFolder, path))].every((path) => existsSync(path));
  return whole && readFileSync(stampPath, "utf8") === digest;
}

/** Called before a build, so that a build that stops half-way is never taken for a whole one. */
export function clearStamp(): void {
  rmSync(stampPath, { force: true });
}

export function writeStamp(digest: string): void {
  writeFileSync(stampPath, digest);
}
