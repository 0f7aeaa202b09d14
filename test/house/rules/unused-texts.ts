/** What the client's own code says of keys: those that it names whole, and those of which it writes a part in. */
function namedIn(code: string): { whole: Set<string>; patterns: RegExp[] } {
  const whole = new Set([...code.matchAll(/["'`]([a-zA-Z]+(?:\.[a-zA-Z0-9]+)+)["'`]/g)].map(([, key = ""]) => key));
  const templates = new Set([...code.matchAll(/`([a-zA-Z]+\.[^`\s]*\$\{[^`]*)`/g)].map(([, text = ""]) => text));
  const patterns = [...templates].map((text) => {
    const parts = text.split(/\$\{[^}]*\}/).map((part) => part.replaceAll(".", "\\."));
    return new RegExp(`^${parts.join("[^.]+(?:\\.[^.]+)*")}$`);
  });
  return { whole, patterns };
}

/** The texts that nothing asks for: each is translated, checked and sent for nobody. */
export function unusedTexts(keys: readonly string[], code: string): string[] {
  const { whole, patterns } = namedIn(code);
  return keys.filter((key) => !whole.has(key) && !patterns.some((pattern) => pattern.test(key)));
}
