/** A character class with all that XML cannot hold, not even escaped: all but the characters of its rule `Char`. */
export const beyondXml = String.raw`[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]`;

const named: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text that stands between the tags of XML or HTML. */
export function escapedText(text: string): string {
  return text.replace(/[&<>]/g, (sign) => named[sign] ?? sign);
}

/** Text that may stand between the quotes of an attribute, too. */
export function escapedAttribute(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => named[sign] ?? sign);
}
