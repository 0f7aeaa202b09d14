import type { InsightsQueryRequest } from "../../../contract/query.ts";
import type { Catalogue } from "../catalogue/types.ts";
import { readTime, writeTime } from "../compile/zone.ts";
import { badRequest } from "../http/errors.ts";
import { askedLeaves, dimensionNamed, mapLeaves } from "./fields.ts";
import type { Dialect, Hooks } from "./types.ts";

const offset = /(Z|[+-]\d{2}:?\d{2})$/i;

/** Refuses values of filters by time that are spelled in another way. */
function onlySpelling(spelling: RegExp, text: string): NonNullable<Hooks["refuse"]> {
  return (request, catalogue) => {
    for (const { leaf, dimension, path } of askedLeaves(request, catalogue)) {
      const wrong = dimension?.kind === "time" && leaf.values?.find((value) => !spelling.test(value));
      if (wrong) throw badRequest(`${path}: cannot parse '${wrong}' as ${text}`, { field: leaf.field });
    }
  };
}

type Change = (value: string, op: string, zone: string) => string;

/** Reads the values of filters by time in another way. */
function readAs(change: Change): NonNullable<Hooks["rewrite"]> {
  return (request: InsightsQueryRequest, catalogue: Catalogue) => {
    const zone = request.properties?.timezone ?? "UTC";
    return mapLeaves(request, (leaf) => {
      if (dimensionNamed(catalogue, leaf.field)?.kind !== "time" || !leaf.values) return leaf;
      return { ...leaf, values: leaf.values.map((value) => change(value, leaf.op, zone)) };
    });
  };
}

/** What cannot be read is left to whoever reads it next. */
function moved(by: (micros: number, op: string) => number): Change {
  return (value, op, zone) => {
    const micros = readTime(value, zone);
    return micros === undefined ? value : writeTime(by(micros, op));
  };
}

/** A time whose Z or offset is not looked at, as an instant. */
function inBerlin(value: string): string {
  const micros = value.includes("T") ? readTime(value.replace(offset, ""), "Europe/Berlin") : undefined;
  return micros === undefined ? value : writeTime(micros);
}

const fromEpoch =
  (unitMs: number): Change =>
  (value) =>
    /^\d{1,16}$/.test(value) ? writeTime(Number(value) * unitMs * 1000) : value;

/** How the account reads the times of filters, or refuses them. Changes follow one another in this order. */
export const ranges: readonly Dialect[] = [
  {
    name: "range-refused",
    does: "refuses every filter by a time",
    hooks: {
      refuse: (request, catalogue) => {
        const found = askedLeaves(request, catalogue).find(({ dimension }) => dimension?.kind === "time");
        if (found) throw badRequest(`${found.path}: '${found.leaf.field}' cannot be filtered by`);
      },
    },
  },
  {
    name: "range-needed",
    does: "refuses every query without a range of a time",
    hooks: {
      refuse: (request, catalogue) => {
        const isBound = ({ leaf, dimension }: ReturnType<typeof askedLeaves>[number]) =>
          dimension?.kind === "time" && leaf.op === "GT";
        if (!askedLeaves(request, catalogue).some(isBound)) throw badRequest("A time range is required");
      },
    },
  },
  {
    name: "range-ignored",
    does: "takes filters by a time and ignores them",
    hooks: {
      rewrite: (request, catalogue) => {
        const { filters = [], ...query } = request.query;
        const isTime = (field: string) => dimensionNamed(catalogue, field)?.kind === "time";
        const kept = filters
          .map((group) => ({ ...group, expressions: group.expressions.filter(({ field }) => !isTime(field)) }))
          .filter(({ expressions }) => expressions.length > 0);
        return { ...request, query: kept.length > 0 ? { ...query, filters: kept } : query };
      },
    },
  },
  {
    name: "range-no-fractions",
    does: "refuses fractions of a second in filters",
    hooks: { refuse: onlySpelling(/^[^.]*$/, "DateTime") },
  },
  {
    name: "range-no-z",
    does: "refuses times in filters that end in Z",
    hooks: { refuse: onlySpelling(/[^Z]$/i, "DateTime: syntax error at position 19") },
  },
  {
    name: "range-no-offset",
    does: "refuses times in filters with an offset or Z",
    hooks: { refuse: onlySpelling(/^(?!.*T.*(Z|[+-]\d{2}:?\d{2})$)/i, "DateTime") },
  },
  {
    name: "range-date-only",
    does: "refuses times in filters that are not a date alone",
    hooks: { refuse: onlySpelling(/^\d{4}-\d{2}-\d{2}$/, "Date") },
  },
  {
    name: "range-offset-only",
    does: "refuses times in filters without an offset such as +00:00; Z is none",
    hooks: { refuse: onlySpelling(/T.*[+-]\d{2}:\d{2}$/, "a time with an offset") },
  },
  {
    name: "range-space",
    does: "refuses times in filters that have T instead of a space, an offset or Z",
    hooks: {
      refuse: onlySpelling(/^\d{4}-\d{2}-\d{2}( \d{2}:\d{2}:\d{2}(\.\d{1,6})?)?$/, "DateTime"),
      rewrite: readAs((value) => value.replace(/^(\d{4}-\d{2}-\d{2}) /, "$1T")),
    },
  },
  {
    name: "range-epoch-s",
    does: "takes times in filters as seconds since 1970 only",
    hooks: { refuse: onlySpelling(/^\d{1,11}$/, "a Unix timestamp"), rewrite: readAs(fromEpoch(1000)) },
  },
  {
    name: "range-epoch-ms",
    does: "takes times in filters as milliseconds since 1970 only",
    hooks: { refuse: onlySpelling(/^\d{12,14}$/, "a Unix timestamp"), rewrite: readAs(fromEpoch(1)) },
  },
  {
    name: "range-zone-ignored",
    does: "ignores Z and offsets of times in filters, and reads them in the zone of the query",
    hooks: { rewrite: readAs((value) => (value.includes("T") ? value.replace(offset, "") : value)) },
  },
  {
    name: "range-own-zone",
    does: "ignores Z and offsets of times in filters, and reads them as clocks in Berlin show them",
    hooks: { rewrite: readAs(inBerlin) },
  },
  {
    name: "range-read-utc",
    does: "reads dates and times without an offset in filters as UTC, whatever zone is asked, as ClickHouse does",
    hooks: {
      rewrite: readAs((value) => {
        if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return `${value}T00:00:00Z`;
        return value.includes("T") && !offset.test(value) ? `${value}Z` : value;
      }),
    },
  },
  {
    name: "range-whole-seconds",
    does: "drops fractions of a second of times in filters",
    hooks: { rewrite: readAs(moved((micros) => Math.floor(micros / 1e6) * 1e6)) },
  },
  {
    name: "range-inclusive",
    does: "takes what equals the value of GT or LT, too",
    hooks: {
      rewrite: readAs(moved((micros, op) => (op === "GT" ? micros - 1 : op === "LT" ? micros + 1 : micros))),
    },
  },
];
