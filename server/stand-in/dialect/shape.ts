import type { Dialect } from "./types.ts";

/** What stands in a page besides its rows, and what stands where a row should be. */
export const shapes: readonly Dialect[] = [
  {
    name: "shape-null-item",
    does: "puts a null among the rows of each page",
    hooks: {
      page: (page) => (page.items?.length ? { ...page, items: page.items.toSpliced(1, 0, null) } : page),
    },
  },
  {
    name: "shape-lost-row",
    does: "has null in the place of the second row of each page",
    hooks: { page: ({ items = [], ...page }) => ({ ...page, items: items.length < 2 ? items : items.with(1, null) }) },
  },
  {
    name: "shape-size-text",
    does: "writes `meta.pageSize` as text",
    hooks: { page: (page) => ({ ...page, meta: { ...page.meta, pageSize: String(page.meta?.pageSize) } }) },
  },
  {
    name: "shape-no-domain",
    does: "leaves `domain` out of pages",
    hooks: { page: ({ domain: _, ...page }) => page },
  },
  {
    name: "shape-no-items",
    does: "leaves `items` out of a page without rows",
    hooks: { page: ({ items = [], ...page }) => (items.length === 0 ? page : { ...page, items }) },
  },
  {
    name: "shape-no-meta",
    does: "leaves `meta` out of the last page",
    hooks: { page: ({ meta, ...page }) => (meta?.nextToken ? { ...page, meta } : page) },
  },
];
