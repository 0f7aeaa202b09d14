import { createHash } from "node:crypto";
import type { Manifest } from "../../../contract/manifest.ts";

/** JSON in the one form that RFC 8785 gives it: members in the order of their names, and no space. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members: [string, unknown][] = Object.entries(value);
  const inOrder = members.filter(([, member]) => member !== undefined).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${inOrder.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(",")}}`;
}

function digestOf(rest: unknown): string {
  return createHash("sha256").update(canonical(rest)).digest("hex");
}

/** A manifest as it is written: its last member is the digest of all others. */
export function manifestText({ digest: _, ...manifest }: Manifest): string {
  return `${JSON.stringify({ ...manifest, digest: digestOf(manifest) }, null, 2)}\n`;
}

/**
 * Whether a manifest that was read says what was written. Earlier versions wrote none of these digests, so one without is
 * taken as it is.
 *
 * @param read the whole of it, as JSON has it: other versions may write members that this one does not know.
 */
export function isAsWritten(read: object): boolean {
  const { digest, ...rest } = Object.fromEntries(Object.entries(read));
  return digest === undefined || digest === digestOf(rest);
}
