import { expect, test } from "vitest";
import { areAlike, fittingZones, likelyZones, offsetsShowing } from "../../../../server/dialect/time/likely-zones.ts";

const proof = (wall: string, instant: string) => ({ wallMs: Date.parse(`${wall}Z`), ms: Date.parse(instant) });
const winter = proof("2026-11-20T14:00:00", "2026-11-20T13:00:00Z");
const summer = proof("2026-07-20T15:00:00", "2026-07-20T13:00:00Z");
const now = Date.parse("2026-11-30T00:00:00Z");

test("a row of the winter leaves the zones that have no summer time, one of the summer tells", () => {
  const inWinter = fittingZones(["UTC", ...likelyZones], [winter]);
  expect(inWinter).toEqual(["Europe/Berlin", "Africa/Lagos"]);
  expect(areAlike(inWinter, now)).toBe(false);
  expect(offsetsShowing(inWinter, winter.wallMs)).toEqual([3_600_000]);
  expect(offsetsShowing(inWinter, summer.wallMs)).toEqual([7_200_000, 3_600_000]);
  const inBoth = fittingZones(["Europe/Paris", ...likelyZones], [winter, summer]);
  expect(inBoth).toEqual(["Europe/Paris", "Europe/Berlin"]);
  expect(areAlike(inBoth, now)).toBe(true);
});

test("every likely zone is one that is known here, and each has clocks of its own", () => {
  expect(fittingZones(likelyZones, [])).toEqual(likelyZones);
  const days = Array.from({ length: 380 }, (_, day) => now - day * 86_400_000);
  const clocks = likelyZones.map((zone) => days.map((ms) => offsetsShowing([zone], ms)).join());
  expect(new Set(clocks).size).toBe(likelyZones.length);
});
