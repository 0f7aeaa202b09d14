import { readFile } from "node:fs/promises";
import { type Manifest, manifestSchema } from "../../../contract/manifest.ts";
import { replaceFile } from "../../keep/atomic-file.ts";

export function writeManifest(path: string, manifest: Manifest): Promise<void> {
  return replaceFile(path, `${JSON.stringify(manifest, null, 2)}\n`);
}

/** The manifest in a file; undefined when there is none or it is not one of this version's. */
export async function readManifest(path: string): Promise<Manifest | undefined> {
  const text = await readFile(path, "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    return manifestSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
