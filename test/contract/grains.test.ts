import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitGrain } from "../../contract/field-words.ts";
import { findFields } from "../../contract/fields.ts";
import { grainsOf } from "../../contract/grains.ts";
import { cube, metadata } from "./samples.ts";

const times = (...names: string[]) =>
  metadata(
    cube(
      "Conversation",
      [],
      names.map((name) => [name, "time"] as const),
    ),
  );

describe("a grain", () => {
  test.each([
    ["CreatedDate", "CreatedDateDay", "day"],
    ["created_date", "created_date_day", "day"],
    ["CreatedDate", "CreatedDate (day)", "day"],
    ["CREATED_DATE", "CREATED_DATE_HOUR", "hour"],
    ["createddate", "createddatehour", "hour"],
    ["CreatedDate", "CreatedDate by week", "week"],
    ["CreatedDate", "CreatedDate:Month", "month"],
    ["Conversation.CreatedDate", "Conversation.CreatedDate__day", "day"],
    ["created_at", "created_day", "day"],
    ["CreatedAt", "CreatedDateHour", "hour"],
    ["Conversation.StartTime", "Conversation.StartDay", "day"],
  ])("of %s is %s", (base, name, grain) => {
    const given = times(base, name);
    expect(splitGrain(name, grainsOf(given))).toEqual({ base, grain });
    expect(findFields(given).roles.time).toMatchObject({ field: base, shown: base, grains: { [grain]: name } });
  });

  test("is told where several of one time are listed; the finest stands for the time", () => {
    const { roles } = findFields(times("CreatedDateDay", "CreatedDateHour", "CreatedDateMonth"));
    expect(roles.time).toEqual({
      field: "CreatedDateHour",
      label: "Created date",
      cube: "Conversation",
      how: "words",
      shown: "CreatedDateHour",
      grains: { day: "CreatedDateDay", hour: "CreatedDateHour", month: "CreatedDateMonth" },
    });
  });

  test.each([
    [["Birthday"]],
    [["Birthday", "CreatedDate"]],
    [["CreatedDateDay"]],
    [["CreatedDate", "UpdatedDateDay"]],
    [["CreatedDate", "CreatedAt", "CreatedDay"]],
    [["Message.CreatedAt", "CreatedDay"]],
    [["Day", "Hour"]],
    [["CreatedDateDay", "CreatedDate_Day"]],
  ])("is not read into %j", (names) => {
    expect([...grainsOf(times(...names))]).toEqual([]);
  });

  test("is not read into an hour of the day, which is a number, nor into the name of a day", () => {
    const given = metadata(
      cube("Conversation", [], [["CreatedDate", "time"], ["CreatedDateHour", "number"], "CreatedDateDay"]),
    );
    expect([...grainsOf(given)]).toEqual([]);
  });

  test("keeps its name apart from its base, whatever the account writes", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1, unit: "grapheme" }), { maxLength: 8 }), (names) => {
        for (const [name, { base, grain }] of grainsOf(times(...names, ...names.map((one) => `${one}Day`)))) {
          expect(names.includes(base) || name.startsWith(base)).toBe(true);
          expect(name.toLowerCase()).toContain(grain);
        }
      }),
    );
  });
});
