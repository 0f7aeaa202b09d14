import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Row } from "../../../contract/page.ts";
import { type Asked, ask, now, words } from "./support.ts";

const dimensions = [
  "Id",
  "Name",
  "DateCreated",
  "Channels",
  "Languages",
  "OperatorResult.Value",
  "Status",
  "CustomerName",
  "AgentName",
];
const day = 86_400_000;

let asked: Asked;
let rows: Row[];
beforeAll(async () => {
  asked = await ask({ conversations: 6000, now });
  rows = await asked.rows({ dimensions });
});
afterAll(() => asked.standIn.close());

function seen(field: string): Set<string> {
  return new Set(rows.flatMap((row) => words(row[field])));
}

describe("the sample", () => {
  it("is the same for the same seed and moment, and another for another seed", async () => {
    const options = { conversations: 300, now };
    const [first, again, other] = await Promise.all([
      ask({ ...options, seed: 5 }),
      ask({ ...options, seed: 5 }),
      ask({ ...options, seed: 6 }),
    ]);
    const [a, b, c] = await Promise.all([first, again, other].map((one) => one.rows({ dimensions })));
    expect(a).toEqual(b);
    expect(a).not.toEqual(c);
    await Promise.all([first, again, other].map((one) => one.standIn.close()));
  });

  it("has exactly as many conversations as asked for, none too", async () => {
    expect(rows).toHaveLength(6000);
    expect(new Set(rows.map((row) => row.Id)).size).toBe(6000);
    const empty = await ask({ conversations: 0, now });
    expect(await empty.rows({ dimensions })).toEqual([]);
    await empty.standIn.close();
  });

  it("covers 90 days up to now, with quiet nights and weekends", () => {
    const times = rows.map((row) => Date.parse(String(row.DateCreated)));
    expect(Math.max(...times)).toBeLessThanOrEqual(now.getTime());
    expect(Math.max(...times)).toBeGreaterThan(now.getTime() - day);
    expect(Math.min(...times)).toBeGreaterThanOrEqual(now.getTime() - 90 * day);
    expect(Math.min(...times)).toBeLessThan(now.getTime() - 88 * day);
    const dates = times.map((time) => new Date(time));
    const between = (from: number, to: number) =>
      dates.filter((date) => date.getUTCHours() >= from && date.getUTCHours() < to).length;
    expect(between(9, 13)).toBeGreaterThan(3 * between(0, 4));
    const weekend = dates.filter((date) => [0, 6].includes(date.getUTCDay())).length;
    expect(weekend / rows.length).toBeLessThan(0.22);
    expect(weekend / rows.length).toBeGreaterThan(0.08);
  });

  it("has all channels, languages, sentiments and statuses, pairs and gaps", () => {
    expect(seen("Channels")).toEqual(new Set(["api", "chat", "email", "rcs", "sms", "voice", "whatsapp"]));
    expect(seen("Languages").size).toBe(10);
    expect(seen("OperatorResult.Value")).toEqual(new Set(["mixed", "negative", "neutral", "positive"]));
    expect(seen("Status")).toEqual(new Set(["active", "closed", "inactive"]));
    for (const field of ["Channels", "Languages"]) {
      expect(rows.some((row) => words(row[field]).length === 2)).toBe(true);
    }
    expect(rows.some((row) => words(row.Languages).length === 0)).toBe(true);
    expect(rows.some((row) => row["OperatorResult.Value"] === null)).toBe(true);
  });

  it("has names in many scripts, and names that break careless code", () => {
    const names = rows.map((row) => `${row.Name} ${row.CustomerName}`).join("\n");
    for (const script of ["Latin", "Cyrillic", "Arabic", "Devanagari", "Han", "Hiragana"]) {
      expect(names).toMatch(new RegExp(`\\p{Script=${script}}`, "u"));
    }
    const all = [...seen("Name"), ...seen("CustomerName")];
    for (const awkward of [/"/, /,/, /^=/, /\p{Extended_Pictographic}/u, /\n/, /</]) {
      expect(all.some((name) => awkward.test(name))).toBe(true);
    }
  });

  it("is unhappier by e-mail and phone than in chats", () => {
    const share = (channel: string) => {
      const own = rows.filter((row) => words(row.Channels).includes(channel) && row["OperatorResult.Value"] !== null);
      return own.filter((row) => row["OperatorResult.Value"] === "negative").length / own.length;
    };
    expect(share("email")).toBeGreaterThan(1.3 * share("chat"));
    expect(share("voice")).toBeGreaterThan(1.2 * share("chat"));
  });
});
