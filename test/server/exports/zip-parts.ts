import { readFile } from "node:fs/promises";
import { inflateRawSync } from "node:zlib";

/** The parts of a zip as text, by their paths: what lies between its directory's entries and the bytes they point to. */
export async function zipParts(path: string): Promise<Record<string, string>> {
  const bytes = await readFile(path);
  const parts: Record<string, string> = {};
  for (let at = bytes.indexOf("PK\u0001\u0002"); at >= 0 && bytes.readUInt32LE(at) === 0x02014b50; ) {
    const [packed, nameLength] = [bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28)];
    const name = bytes.toString("utf8", at + 46, at + 46 + nameLength);
    const local = bytes.readUInt32LE(at + 42);
    const data = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const content = bytes.subarray(data, data + packed);
    parts[name] = (bytes.readUInt16LE(at + 10) === 0 ? content : inflateRawSync(content)).toString("utf8");
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return parts;
}
