/** Texts, which may hold any of the words, and the words that JSON has no numbers for. */
const textsAndWords = /"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/gs;

/**
 * An answer with null in the place of NaN and Infinity, which are no JSON; Python and databases write them where there is
 * no number. Undefined where it has none.
 */
export function withoutNaN(bytes: Buffer): Buffer | undefined {
  if (!bytes.includes("NaN") && !bytes.includes("Infinity")) return undefined;
  const text = bytes.toString("utf8");
  const plain = text.replace(textsAndWords, (found) => (found.startsWith('"') ? found : "null"));
  return plain === text ? undefined : Buffer.from(plain);
}
