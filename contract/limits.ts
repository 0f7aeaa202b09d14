import { z } from "zod";

/** How many faults of a refused body are read: the first ones tell enough, a million would keep the server busy. */
export const mostFaults = 20;

/**
 * How much may stand in one request. Browser, server and manifest agree on them: a query that can be browsed can be
 * exported, whatever it names.
 */
export const limits = {
  /** Bytes of the body of a query: a thousand ids of the 44 characters that Twilio's have take a fifth of it. */
  queryBytes: 256 * 1024,
  /** Bytes of the body of an export: a query, the words of its columns and the longest address. */
  exportBytes: 1024 * 1024,
  /** Bytes of the body of anything smaller. */
  choiceBytes: 16 * 1024,
  /** Values of all kinds in one body, the lists and objects among them. */
  bodyValues: 20_000,
  /** Keys of one object. Documented objects have a fraction of this. */
  bodyKeys: 100,
  /** Characters of a field's name. */
  field: 1000,
  /** Measures, dimensions, orders or columns of one query. */
  fields: 500,
  /** Groups of a filter, and comparisons in one of them. */
  groups: 50,
  leaves: 200,
  /** Values of one comparison. */
  values: 10_000,
  /**
   * Characters of the address of a view, and bytes of all headers of a request: what a browser can open here is written
   * down whole.
   */
  address: 128 * 1024,
} as const;

/** How many faults may still be read; undefined while nothing counts them. */
let faultsLeft: number | undefined;

/**
 * Reads a value by a schema and gives up after the first {@link mostFaults} faults of its lists.
 *
 * @returns what `safeParse` returns.
 */
export function readFirstFaults<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): z.ZodSafeParseResult<z.output<Schema>> {
  faultsLeft = mostFaults;
  try {
    return schema.safeParse(value);
  } finally {
    faultsLeft = undefined;
  }
}

/**
 * A list that has a maximum, and whose items are not read any further after the first {@link mostFaults} faults. Every
 * list in the body or the address of a request is one of these.
 */
export function listOf<Item extends z.ZodType>(item: Item, most: number, least = 0) {
  const items = z.array(z.custom<z.input<Item>>()).min(least).max(most);
  return items.transform((given, { addIssue }): z.output<Item>[] => {
    const read: z.output<Item>[] = [];
    let own = mostFaults;
    for (const [place, one] of given.entries()) {
      if (own <= 0 || (faultsLeft !== undefined && faultsLeft <= 0)) break;
      const before = faultsLeft;
      const { data, error, success } = item.safeParse(one);
      if (success) {
        read.push(data);
        continue;
      }
      for (const issue of error.issues) addIssue({ ...issue, path: [place, ...issue.path] });
      own -= error.issues.length;
      // Lists within the item have counted their own already.
      if (before !== undefined) faultsLeft = Math.min(faultsLeft ?? before, before - error.issues.length);
    }
    return read;
  });
}
