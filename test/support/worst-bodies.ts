const many = (count: number, text: string) => `[${Array.from({ length: count }, () => text).join(",")}]`;
const inQuery = (list: string) => `{"query":{"dimensions":${list}}}`;

/** Bodies that cost most of those that are refused, by what they are: each was, or could be, sent to hold the server up. */
export const worstBodies: readonly [name: string, body: string][] = [
  ["as many bad dimensions as fit", inQuery(many(130_000, "1"))],
  ["as many bad values as are counted", inQuery(many(19_000, "1"))],
  ["fields that are too long", inQuery(many(50, `"${"ü".repeat(2000)}"`))],
  ["a key of a hundred thousand letters", `{"query":{"${"k".repeat(100_000)}":1}}`],
  ["keys that nobody knows", `{${Array.from({ length: 15_000 }, (_, place) => `"k${place}":1`).join(",")}}`],
  ["texts that fill it", inQuery(many(5000, `"${"k".repeat(40)}"`))],
  ["lists in lists", inQuery("[".repeat(100_000) + "]".repeat(100_000))],
  ["groups that are none", `{"query":{"filters":${many(50, '{"expressions":[1,2,3],"x":1}')}}}`],
];

const badColumns = many(300, `{"field":5,"header":"${"h".repeat(2000)}"}`);

/** The body for a route: an export is of a query, and may be four times as long. */
export function bodyFor(path: string, body: string): string {
  return path === "/api/exports" ? `{"request":${body},"columns":${badColumns}}` : body;
}
