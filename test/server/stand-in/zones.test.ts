import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Row } from "../../../contract/page.ts";
import { long } from "../../support/long.ts";
import { type Asked, ask } from "./support.ts";

/** Moments whose 90 days before them hold changes of summer time, some of them at midnight. */
const moments = ["2026-11-22T12:00:00Z", "2026-04-20T06:00:00Z", "2018-12-20T18:30:00Z", "2019-03-10T23:00:00Z"];
const zones = [
  "UTC",
  "Europe/Berlin",
  "America/New_York",
  "America/Sao_Paulo",
  "Asia/Kathmandu",
  "Pacific/Kiritimati",
  "America/Havana",
  "Asia/Kolkata",
  "America/St_Johns",
  "Pacific/Apia",
];

function startOf(grain: string, time: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  if (grain === "hour") return time.round({ smallestUnit: "hour", roundingMode: "floor" });
  if (grain === "day") return time.startOfDay();
  if (grain === "week")
    return time
      .toPlainDate()
      .subtract({ days: time.dayOfWeek - 1 })
      .toZonedDateTime(time.timeZoneId);
  return time.toPlainDate().with({ day: 1 }).toZonedDateTime(time.timeZoneId);
}

function millis(value: unknown): number {
  return Date.parse(String(value));
}

/** Some on each day, also on those on which clocks change. */
const conversations = long(300, 3000);
const grains = ["hour", "day", "week", "month"];

describe.each(moments)("time grains before %s", (moment) => {
  let asked: Asked;
  beforeAll(async () => {
    asked = await ask({ conversations, now: new Date(moment) });
  });
  afterAll(() => asked.standIn.close());

  it.each(zones)("begin where Temporal says in %s", async (zone) => {
    const dimensions = ["Id", "DateCreated", ...grains.map((grain) => `DateCreated.${grain}`)];
    const rows = await asked.rows({ dimensions }, zone);
    expect(rows).toHaveLength(conversations);
    const expected = rows.map((row: Row) => {
      const time = Temporal.Instant.from(String(row.DateCreated)).toZonedDateTimeISO(zone);
      return grains.map((grain) => startOf(grain, time).epochMilliseconds);
    });
    expect(rows.map((row) => grains.map((grain) => millis(row[`DateCreated.${grain}`])))).toEqual(expected);
  });

  it("group and filter as they are written", async () => {
    const zone = "America/Sao_Paulo";
    const field = "DateCreated.day";
    const rows = await asked.rows({ dimensions: [field], measures: ["Conversation.Count"] }, zone);
    const starts = rows.map((row) => millis(row[field]));
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    expect(rows.reduce((sum, row) => sum + Number(row["Conversation.Count"]), 0)).toBe(conversations);
    const third = rows[2];
    const filters = [{ expressions: [{ op: "EQ" as const, field, values: [String(third?.[field])] }] }];
    expect(await asked.rows({ dimensions: [field], measures: ["Conversation.Count"], filters }, zone)).toEqual([third]);
  });
});

it("an hour that comes twice is two buckets of one local hour each", async () => {
  const asked = await ask({ conversations: 20_000, now: new Date("2026-10-26T00:00:00Z") });
  const field = "DateCreated.hour";
  const filters = [
    {
      expressions: [
        { op: "GT" as const, field: "DateCreated", values: ["2026-10-25T00:00:00Z"] },
        { op: "LT" as const, field: "DateCreated", values: ["2026-10-25T03:00:00Z"] },
      ],
    },
  ];
  const rows = await asked.rows({ dimensions: [field], filters }, "Europe/Berlin");
  expect(rows.map((row) => row[field])).toEqual([0, 1, 2].map((hour) => `2026-10-25T0${hour}:00:00.000000Z`));
  await asked.standIn.close();
});
