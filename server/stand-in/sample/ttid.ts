import { randomBytes } from "node:crypto";

const digits = "0123456789abcdefghjkmnpqrstvwxyz";

/** An id as Twilio forms them: ten digits of time, then sixteen of chance. */
export function newTtid(prefix: string, at: number): string {
  let time = "";
  for (let rest = at, i = 0; i < 10; i++, rest = Math.floor(rest / 32)) time = `${digits[rest % 32]}${time}`;
  return `${prefix}_${time}${[...randomBytes(16)].map((byte) => digits[byte % 32]).join("")}`;
}
