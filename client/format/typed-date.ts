import { Temporal } from "temporal-polyfill";
import { datesLocale } from "../browser/region.ts";
import { currentLocale } from "../words/words.ts";

type Part = "year" | "month" | "day";
const widths: Record<Part, number> = { year: 4, month: 2, day: 2 };

/** The parts of a date in the order in which the reader writes them, and what stands between them. */
function pattern(): { order: Part[]; between: string } {
  const options = {
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    calendar: "gregory",
    numberingSystem: "latn",
  } as const;
  const parts = new Intl.DateTimeFormat(datesLocale(currentLocale()), options).formatToParts(0);
  const order = parts.map(({ type }) => type).filter((type): type is Part => type in widths);
  // What else a locale has, such as marks of direction or a full stop at the end, no keyboard has or nobody types.
  const between = /[/.-]/.exec(parts.find(({ type }) => type === "literal")?.value ?? "")?.[0] ?? "/";
  return order.length === 3 ? { order, between } : { order: ["year", "month", "day"], between: "-" };
}

/** A date as `YYYY-MM-DD`; undefined where there is no such day. */
function isoDate(year: string, month: string, day: string): string | undefined {
  try {
    const fields = { year: Number(year), month: Number(month), day: Number(day) };
    return Temporal.PlainDate.from(fields, { overflow: "reject" }).toString();
  } catch {
    return undefined;
  }
}

/** `29/11/2026` for `2026-11-29`, in the order and with the signs of the reader; other text as it is. */
export function typedDate(iso: string): string {
  const [, year = "", month = "", day = ""] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso) ?? [];
  if (year === "") return iso;
  const { order, between } = pattern();
  return order.map((part) => ({ year, month, day })[part]).join(between);
}

/** How a date is typed: `DD/MM/YYYY`, by an example of the reader's order. */
export function exampleOfTypedDate(): string {
  return typedDate("2026-11-29");
}

/**
 * Reads a date as people type it: in the reader's order with any of the usual signs, or with the year first as ISO 8601
 * has it. The year has four digits, so that none can be taken for another part.
 *
 * @returns `YYYY-MM-DD`, or undefined for what is no day.
 */
export function readTypedDate(typed: string): string | undefined {
  const numbers = /^\s*(\d{1,4})\s*[-/.\s]\s*(\d{1,2})\s*[-/.\s]\s*(\d{1,4})\.?\s*$/.exec(typed)?.slice(1) ?? [];
  const [first = "", second = "", third = ""] = numbers;
  if (first.length === 4) return third.length > 2 ? undefined : isoDate(first, second, third);
  const { order } = pattern();
  if (third.length !== 4 || first.length > 2 || order[2] !== "year") return undefined;
  return order[0] === "day" ? isoDate(third, second, first) : isoDate(third, first, second);
}
