import { fieldWords } from "./field-words.ts";

/** Words that accounts use for one and the same thing. What has nothing behind it says nothing about the field. */
const plain = new Map([
  ...["conv", "convo"].map((word) => [word, "conversation"] as const),
  ...["convs", "convos"].map((word) => [word, "conversations"] as const),
  ...["uuid", "guid", "identifier"].map((word) => [word, "id"] as const),
  ...["uuids", "guids", "identifiers"].map((word) => [word, "ids"] as const),
  ...["creation", "create"].map((word) => [word, "created"] as const),
  ...["started", "begin", "began", "begun"].map((word) => [word, "start"] as const),
  ...["timestamp", "ts"].map((word) => [word, "time"] as const),
  ["datetime", "date time"] as const,
  ["utc", ""] as const,
  ["lang", "language"] as const,
  ["langs", "languages"] as const,
  ["cnt", "count"] as const,
  ...["num", "nr", "nb"].map((word) => [word, "number"] as const),
  ["uniq", "unique"] as const,
  ...["array", "arr"].map((word) => [word, "list"] as const),
]);

/** The words of a field's own name with one word for each thing: `conv_uuid` gives `conversation id`. */
export function plainWords(name: string): string {
  const words = fieldWords(name).split(" ");
  return words
    .map((word) => plain.get(word) ?? word)
    .filter((word) => word !== "")
    .join(" ");
}
