import { z } from "zod";
import { sentenceSchema } from "./messages/sentence.ts";

/**
 * What can become known of how an account's API differs from what is documented. Each kind has its retreat; `field` names
 * what it is about where it is about one field, `value` what is done instead, `most` a number that is not exceeded.
 */
export const findingKinds = [
  /** Pages of more rows than `most` are refused, or, with the value `none`, a number of rows as such. */
  "page-size",
  /** No order is taken at all. */
  "no-order",
  /** Rows cannot be put in order by `field`. */
  "no-order-by",
  /** `field` is listed in the metadata, and every query that asks for it is refused. */
  "no-field",
  /** `field` is taken alone, but not beside the field `value`, or, without one, beside any other. */
  "no-beside",
  /** No comparison on `field` is taken: Earshot leaves rows out itself. */
  "no-filter",
  /** A comparison of `field` with one value is refused, and with another it is taken. `value` has marks, not values. */
  "no-value",
  /** How instants are written in a comparison on the time: the name of a spelling in `value`. */
  "time-spelling",
  /** A query without a range of the time `field` is refused. */
  "needs-range",
  /** `properties` with the time zone is refused. */
  "no-properties",
  /** Days of another zone than UTC come out as those of another zone: they are added up from hours of UTC. */
  "no-zone",
  /** The operator of a group of comparisons is refused. */
  "no-group-op",
  /** The domain in a request is refused. */
  "no-domain",
  /** A comparison with a list of values is refused. */
  "no-in",
  /** The comparison that leaves a value out is refused. */
  "no-ne",
  /** Lists of more values than `most` are refused. */
  "values",
  /** Queries of more dimensions than `most` are refused. */
  "dimensions",
  /** Queries of more measures than `most` are refused. */
  "measures",
  /** Query jobs are refused, or do not end. */
  "no-jobs",
  /** Cells of `field` stand under the key `value`. */
  "key",
  /** Cells of `field` are in no row. */
  "not-returned",
  /** How the cells of the time `field` are written: the name of a reading in `value`. */
  "time-cells",
  /**
   * Whether the time `field` is the time `of`, cut to a grain, although its name does not say so: the grain in `value`, or
   * `none`.
   */
  "grain",
  /** How the lists in the cells of `field` are written: the name of a reading in `value`. */
  "list-cells",
  /** What a filter on `field` compares lists by, where they are text: `texts`, `members`, or `none` of both. */
  "list-filter",
  /** How filters on `field` take values that rows have in another spelling: the name of one in `value`, or `any` of them. */
  "value-spelling",
  /** Counts by a field leave small groups out, or put them together under another word: they are counted from rows. */
  "small-groups",
  /** Counts are multiples of `most`, and do not add up: they are rounded. */
  "count-step",
  /** No count is above `most`, also where more have been counted by their parts. */
  "count-cap",
  /** Counts contradict each other by a little: each may be off by up to half of `most`. */
  "count-noise",
  /** Plain times whose cells say no zone, or a false one, show the clocks of the zone `value`. Seen in cells of `field`. */
  "own-zone",
  /** Cells of the time `field` say no zone, and it could not be found out. */
  "open-zone",
  /** Comparisons of the time `field` are read as clocks of the zone `value` show them, whatever offset is written. */
  "range-zone",
  /** Grains of the time `field` are labelled by where they end. */
  "grain-ends",
] as const;

/** One thing that was found out. It holds names and shapes, and no value of a conversation. */
export const findingSchema = z.object({
  kind: z.enum(findingKinds),
  field: z.string().optional(),
  value: z.string().optional(),
  /** Another field that the finding relates `field` to. */
  of: z.string().optional(),
  most: z.number().int().positive().optional(),
  /** `refused`: the API said no, with this status and code. `seen`: answers show it. `guessed`: it fits, unproven. */
  how: z.enum(["refused", "seen", "guessed"]),
  status: z.number().int().optional(),
  code: z.number().int().optional(),
  /** When it was found. */
  at: z.iso.datetime(),
});

/** The answer of `GET /api/findings`: what was found out, each in a sentence, and all of it as text for a bug report. */
export const findingsSchema = z.object({
  items: z.array(findingSchema.extend({ says: sentenceSchema })),
  report: z.string(),
});

export type Finding = z.infer<typeof findingSchema>;
export type FindingKind = Finding["kind"];
export type Findings = z.infer<typeof findingsSchema>;
