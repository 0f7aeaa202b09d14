type Words = { readonly [key: string]: string | Words };

/** Every message of a catalogue by its path. */
export function messagesOf(words: Words, path = ""): [path: string, message: string][] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === "string"
      ? [[`${path}${key}`, value] satisfies [string, string]]
      : messagesOf(value, `${path}${key}.`),
  );
}
