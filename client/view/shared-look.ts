import * as z from "zod/mini";

export const densities = ["compact", "normal", "roomy"] as const;
export type Density = (typeof densities)[number];

/** The least and the greatest width that a column can be given, in pixels. */
export const narrowest = 64;
export const widest = 1200;

export const lookSchema = z.object({
  /** Widths in pixels of the columns that were given one. */
  widths: z.record(z.string(), z.number().check(z.minimum(narrowest), z.maximum(widest))),
  /** The columns that stay at the beginning of the line. */
  pinned: z.array(z.string()),
  density: z.enum(densities),
});

/** How a person likes the table to look. It is theirs, not the view's: a link carries it only when it is copied. */
export type Look = z.infer<typeof lookSchema>;

export const usualLook: Look = { widths: {}, pinned: [], density: "normal" };

/** The keys of an address that carry a look. */
export const lookKeys: readonly string[] = ["pin", "width", "density"];

/** Adds a look to the query part of an address; what is as usual is left out. */
export function withLook(search: string, look: Look): string {
  const params = new URLSearchParams();
  for (const field of look.pinned) params.append("pin", field);
  for (const [field, width] of Object.entries(look.widths)) params.append("width", `${field}:${width}`);
  if (look.density !== usualLook.density) params.set("density", look.density);
  if (params.size === 0) return search;
  const text = params.toString().replace(/%3A/g, ":");
  return search === "" || search === "?" ? `?${text}` : `${search}&${text}`;
}

function readWidth(text: string): [string, number][] {
  const match = /^(.+):(\d{2,4})$/s.exec(text);
  const width = Number(match?.[2]);
  return match?.[1] && width >= narrowest && width <= widest ? [[match[1], width]] : [];
}

/** The look that an address carries; undefined when it carries none. What is wrong in it is ignored. */
export function readLook(search: string): Look | undefined {
  const params = new URLSearchParams(search);
  if (!lookKeys.some((key) => params.has(key))) return undefined;
  return {
    widths: Object.fromEntries(params.getAll("width").flatMap(readWidth)),
    pinned: [...new Set(params.getAll("pin").filter((field) => field !== ""))],
    density: densities.find((one) => one === params.get("density")) ?? usualLook.density,
  };
}
