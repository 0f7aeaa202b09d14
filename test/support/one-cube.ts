/** The metadata of an account with one cube of conversations: a count, an id, a time, and fields of text. */
export function oneCube(...fields: readonly string[]) {
  const dimensions = [
    { name: "Id", type: "string" },
    { name: "CreatedAt", type: "time" },
    ...fields.map((name) => ({ name, type: "string" })),
  ];
  return { cubes: [{ name: "Conversation", measures: [{ name: "Count", type: "number" }], dimensions }] };
}
