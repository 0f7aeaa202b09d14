import { expect, test } from "vitest";
import { modernZone } from "../../../../client/browser/zone.ts";
import { zoneMatches, zoneOptions } from "../../../../client/filters/range/zone-options.ts";
import { isZone } from "../../../../client/view/range.ts";
import { at } from "../support.ts";

const now = at("2026-11-22T13:05:00Z");

test("The browser's zone is first, UTC leads the others, and no zone is there twice", () => {
  const { browser, others } = zoneOptions("Europe/Berlin", now, "Europe/Berlin");
  expect(browser).toMatchObject({ value: "Europe/Berlin", label: "Europe/Berlin", offset: "UTC+1" });
  expect(others[0]?.value).toBe("UTC");
  const values = [browser, ...others].map(({ value }) => value);
  expect(new Set(values).size).toBe(values.length);
  expect(values.length).toBeGreaterThan(400);
  expect(values.every(isZone)).toBe(true);
});

test("A chosen zone that the browser does not list can still be seen as chosen", () => {
  const { others } = zoneOptions("Asia/Calcutta", now, "UTC", ["Europe/Berlin", "Asia/Kolkata"]);
  expect(others.map(({ value }) => value)).toEqual(["Asia/Calcutta", "Asia/Kolkata", "Europe/Berlin"]);
});

test("A zone has the name of today, also where the browser has the former one", () => {
  expect(modernZone("Asia/Calcutta")).toBe("Asia/Kolkata");
  expect(modernZone("Europe/Berlin")).toBe("Europe/Berlin");
  const { browser, others } = zoneOptions("UTC", now, "Asia/Kolkata", ["Asia/Calcutta", "Europe/Berlin"]);
  expect(zoneMatches(browser, "calcutta")).toBe(true);
  expect(others.map(({ value }) => value)).toEqual(["UTC", "Europe/Berlin"]);
});

test.each([
  ["new york", "America/New_York"],
  ["kathmandu", "Asia/Kathmandu"],
  ["Katmandu", "Asia/Kathmandu"],
  ["kyiv", "Europe/Kyiv"],
  ["+5:45", "Asia/Kathmandu"],
  ["utc-3:30", "America/St_Johns"],
  ["−3:30", "America/St_Johns"],
])("Typing %s finds %s", (text, zone) => {
  const { others } = zoneOptions("UTC", now, "UTC");
  expect(others.filter((one) => zoneMatches(one, text)).map(({ value }) => value)).toContain(zone);
});
