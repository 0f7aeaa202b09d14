import type { Finding } from "../../contract/findings.ts";
import type { FilterGroup, FilterLeaf, InsightsQueryRequest, QueryDefinition } from "../../contract/query.ts";

import { leavesOf } from "./split-filters.ts";

/** A request as it goes out: the query, and how many rows a page of it shall have. */
export type SentQuery = { request: InsightsQueryRequest; pageSize: number | undefined };

/** One part of a request that an API may refuse. */
export type Part =
  | { kind: "dimension" | "measure"; field: string }
  | { kind: "domain" | "properties" | "group-op" }
  /** All comparisons of one field with one operator family: the two bounds of a range belong together. */
  | { kind: "filter"; field: string; leaves: readonly FilterLeaf[] }
  | { kind: "order"; field: string }
  | { kind: "page-size"; size: number };

/** Whether a comparison is one end of a range. */
export function isBound({ op }: FilterLeaf): boolean {
  return op === "GT" || op === "LT";
}

function filterParts(query: QueryDefinition): Part[] {
  const leaves = leavesOf({ query });
  const bounded = new Set(leaves.filter(isBound).map(({ field }) => field));
  return [
    ...[...bounded].map((field): Part => {
      return { kind: "filter", field, leaves: leaves.filter((leaf) => isBound(leaf) && leaf.field === field) };
    }),
    ...leaves
      .filter((leaf) => !isBound(leaf))
      .map((leaf): Part => ({ kind: "filter", field: leaf.field, leaves: [leaf] })),
  ];
}

/**
 * The parts of a request beyond its plainest form, in the order in which a search adds them to it: what is asked for, how
 * it is wrapped, what is left out, in which order, how much at once.
 */
export function partsOf(sent: SentQuery): Part[] {
  const { request, pageSize } = sent;
  const { query } = request;
  const plain = plainest(sent).request.query;
  const { measures = [], dimensions = [], orderBy = [], filters = [] } = query;
  return [
    ...measures.filter((field) => !plain.measures?.includes(field)).map((field): Part => ({ kind: "measure", field })),
    ...dimensions
      .filter((field) => !plain.dimensions?.includes(field))
      .map((field): Part => ({ kind: "dimension", field })),
    ...(request.domain === undefined ? [] : [{ kind: "domain" } as const]),
    ...(request.properties === undefined ? [] : [{ kind: "properties" } as const]),
    ...filterParts(query),
    ...(filters.some(({ op }) => op !== undefined) ? [{ kind: "group-op" } as const] : []),
    ...orderBy.map(({ field }): Part => ({ kind: "order", field })),
    ...(pageSize === undefined ? [] : [{ kind: "page-size", size: pageSize } as const]),
  ];
}

/** The least that a request can ask: its first measure, or else its first dimension, and nothing else. */
export function plainest({ request: { query } }: SentQuery): SentQuery {
  const [measure] = query.measures ?? [];
  const [dimension] = query.dimensions ?? [];
  const asked = measure === undefined ? { dimensions: [dimension ?? ""] } : { measures: [measure] };
  return { request: { query: asked }, pageSize: undefined };
}

/** The plainest form of a request with these of its parts. */
export function withParts(sent: SentQuery, parts: readonly Part[]): SentQuery {
  const { request } = sent;
  const { query } = request;
  const plain = plainest(sent).request.query;
  const has = (kind: Part["kind"], field?: string) =>
    parts.some((part) => part.kind === kind && (field === undefined || ("field" in part && part.field === field)));
  const leaves = new Set(parts.flatMap((part) => (part.kind === "filter" ? part.leaves : [])));
  const dimensions = (query.dimensions ?? []).filter(
    (field) => plain.dimensions?.includes(field) || has("dimension", field),
  );
  const measures = (query.measures ?? []).filter((field) => plain.measures?.includes(field) || has("measure", field));
  const filters = (query.filters ?? []).flatMap(({ op, expressions }): FilterGroup[] => {
    const kept = expressions.filter((leaf) => leaves.has(leaf));
    if (kept.length === 0) return [];
    return [op !== undefined && has("group-op") ? { op, expressions: kept } : { expressions: kept }];
  });
  const orderBy = (query.orderBy ?? []).filter(({ field }) => has("order", field));
  const size = parts.find((part) => part.kind === "page-size");
  return {
    request: {
      ...(request.domain !== undefined && has("domain") ? { domain: request.domain } : {}),
      ...(request.properties !== undefined && has("properties") ? { properties: request.properties } : {}),
      query: {
        ...(measures.length > 0 ? { measures } : {}),
        ...(dimensions.length > 0 ? { dimensions } : {}),
        ...(filters.length > 0 ? { filters } : {}),
        ...(orderBy.length > 0 ? { orderBy } : {}),
      },
    },
    pageSize: size?.kind === "page-size" ? size.size : undefined,
  };
}

/** What a refused part means, where the part alone tells. Filters, fields and page sizes need a closer look. */
export function findingOf(part: Part): Pick<Finding, "kind" | "field"> | undefined {
  switch (part.kind) {
    case "domain":
      return { kind: "no-domain" };
    case "properties":
      return { kind: "no-properties" };
    case "group-op":
      return { kind: "no-group-op" };
    case "order":
      return { kind: "no-order-by", field: part.field };
    default:
      return undefined;
  }
}
