import { readFile } from "node:fs/promises";
import { type Manifest, manifestSchema } from "../../../contract/manifest.ts";
import { replaceFile } from "../../keep/atomic-file.ts";
import { isAsWritten, manifestText } from "./manifest-seal.ts";

export function writeManifest(path: string, manifest: Manifest): Promise<void> {
  return replaceFile(path, manifestText(manifest));
}

/** What a file holds: a manifest, or why none. `unreadable`: it is not one of this version's. `changed`: by somebody else. */
export type ReadManifest = { kind: "read"; manifest: Manifest } | { kind: "absent" | "unreadable" | "changed" };

/** Reads the manifest in a file. Its digest has done its duty then, and is made again when it is written. */
export async function readManifest(path: string): Promise<ReadManifest> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch {
    return { kind: "absent" };
  }
  try {
    const read: unknown = JSON.parse(text);
    const { digest: _, ...manifest } = manifestSchema.parse(read);
    const isWhole = typeof read === "object" && read !== null && isAsWritten(read);
    return isWhole ? { kind: "read", manifest } : { kind: "changed" };
  } catch {
    return { kind: "unreadable" };
  }
}
