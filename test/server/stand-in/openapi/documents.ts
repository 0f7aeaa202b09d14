import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { gunzipSync } from "node:zlib";
import { z } from "zod";

const version = "9.0.0";
const integrity = "sha512-FPHm5gXAUwM2oATmQi3AGYPFz4Urg5G5/vDkpUu5WqNuwueQaS93HwXjdX1OM+miuq0LMimdfbXDTLEp4Nsjfg==";
const folder = "package/src/services/twilio-api/";

export const documentNames = ["twilio_insights_v3", "twilio_conversations_v2", "twilio_intelligence_v3"] as const;
export type DocumentName = (typeof documentNames)[number];

const documentSchema = z.looseObject({ openapi: z.string(), paths: z.record(z.string(), z.unknown()) });
export type Documents = Record<DocumentName, z.infer<typeof documentSchema>>;

/** Where this system keeps what can be fetched again. */
function cacheFolder(): string {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (process.platform === "win32" && LOCALAPPDATA) return join(LOCALAPPDATA, "earshot-tests");
  if (process.platform === "darwin") return join(homedir(), "Library", "Caches", "earshot-tests");
  return join(XDG_CACHE_HOME ?? join(homedir(), ".cache"), "earshot-tests");
}

function isGenuine(path: string): boolean {
  return `sha512-${createHash("sha512").update(readFileSync(path)).digest("base64")}` === integrity;
}

/** Packs into a folder of its own and moves the result, so that two test runs at once do not spoil each other's file. */
async function fetchPackage(target: string): Promise<void> {
  mkdirSync(cacheFolder(), { recursive: true });
  const own = mkdtempSync(join(cacheFolder(), "pack-"));
  try {
    const args = [
      "pack",
      `@twilio/cli-core@${version}`,
      "--pack-destination",
      own,
      "--ignore-scripts",
      "--fetch-retries=0",
    ];
    await promisify(execFile)("npm", args, { timeout: 60_000, shell: process.platform === "win32" });
    const packed = join(own, `twilio-cli-core-${version}.tgz`);
    if (!isGenuine(packed)) throw new Error(`@twilio/cli-core ${version} is not the package that was reviewed`);
    renameSync(packed, target);
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
}

/** The files of an unpacked tar archive: blocks of 512 bytes, a header before each file. */
function* filesOf(tar: Buffer): Generator<{ name: string; bytes: Buffer }> {
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0; ) {
    const field = (from: number, length: number) =>
      tar.toString("utf8", at + from, at + from + length).replace(/\0.*$/s, "");
    const size = Number.parseInt(field(124, 12), 8);
    const prefix = field(345, 155);
    yield {
      name: prefix ? `${prefix}/${field(0, 100)}` : field(0, 100),
      bytes: tar.subarray(at + 512, at + 512 + size),
    };
    at += 512 + Math.ceil(size / 512) * 512;
  }
}

/**
 * Twilio's own OpenAPI documents, as published in its command line's package (MIT). It is neither installed, for its
 * dependencies are many and want a newer Node, nor copied into this project; its archive lies in the system's cache.
 *
 * @returns a sentence when they cannot be had. In CI that is an error.
 */
export async function readDocuments(): Promise<Documents | string> {
  const path = join(cacheFolder(), `twilio-cli-core-${version}.tgz`);
  try {
    if (!existsSync(path) || !isGenuine(path)) await fetchPackage(path);
  } catch (error) {
    const sentence = `Twilio's OpenAPI documents could not be fetched, so nothing was held against them: ${String(error).split("\n")[0]}`;
    if (process.env.CI) throw new Error(sentence);
    return sentence;
  }
  const files = new Map([...filesOf(gunzipSync(readFileSync(path)))].map(({ name, bytes }) => [name, bytes]));
  const read = (name: DocumentName) => documentSchema.parse(JSON.parse(String(files.get(`${folder}${name}.json`))));
  return {
    twilio_insights_v3: read("twilio_insights_v3"),
    twilio_conversations_v2: read("twilio_conversations_v2"),
    twilio_intelligence_v3: read("twilio_intelligence_v3"),
  };
}
