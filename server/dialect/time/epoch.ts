import type { Wall } from "./wall.ts";

/** How many digits the whole part of a time since 1970 has in each unit, from September 2001 until the year 2286. */
const units = { "epoch-s": 10, "epoch-ms": 13, "epoch-us": 16, "epoch-ns": 19 } as const;

export type EpochForm = keyof typeof units;

const decimal = /^(\d{1,20})(?:\.(\d{1,12}))?(?:[eE]\+?(\d{1,2}))?$/;

/**
 * Reads the time since 1970 from a number, digit by digit, since a double would not hold the microseconds. Each unit has
 * its own number of digits, so that no number is read in two of them. Dates written as one number (`20261128`,
 * `202611281504`) have other numbers of digits.
 */
export function readEpoch(form: EpochForm, text: string): Wall | undefined {
  const [, whole = "", behind = "", exponent = "0"] = decimal.exec(text) ?? [];
  const length = whole.length + Number(exponent);
  if (length !== units[form] || whole.startsWith("0")) return undefined;
  const digits = `${whole}${behind}`.padEnd(length, "0");
  const seconds = digits.slice(0, units["epoch-s"]);
  return { seconds: Number(seconds), fraction: digits.slice(units["epoch-s"]), offset: 0, hasClock: true };
}
