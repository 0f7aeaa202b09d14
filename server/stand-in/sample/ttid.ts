import { randomInt } from "node:crypto";

const digits = "0123456789abcdefghjkmnpqrstvwxyz";

/**
 * An id as Twilio forms them: ten digits of time in milliseconds, then sixteen of chance.
 *
 * @param below draws a number from 0 to below the given one
 */
export function newTtid(prefix: string, at: number, below: (count: number) => number = randomInt): string {
  let time = "";
  for (let rest = Math.floor(at), i = 0; i < 10; i++, rest = Math.floor(rest / 32))
    time = `${digits[rest % 32]}${time}`;
  return `${prefix}_${time}${Array.from({ length: 16 }, () => digits[below(32)]).join("")}`;
}
