import { expect, test } from "vitest";
import { zoneInName } from "../../contract/zone-name.ts";

test.each([
  ["Europe/Berlin", "Europe-Berlin"],
  ["America/Argentina/Buenos_Aires", "America-Argentina-Buenos-Aires"],
  ["America/Port-au-Prince", "America-Port-au-Prince"],
  ["Etc/GMT+5", "Etc-GMT+5"],
  ["Etc/GMT-5", "Etc-GMT-5"],
  ["+05:30", "+0530"],
  ["-05:30", "-0530"],
  ["UTC", "UTC"],
])("%s is %s in the name of a file", (zone, name) => {
  expect(zoneInName(zone)).toBe(name);
});

test("no two zones have one name", () => {
  const zones = [...Intl.supportedValuesOf("timeZone"), "Etc/GMT+5", "Etc/GMT-5", "Etc/GMT+0", "+05:30", "-05:30"];
  expect(new Set(zones.map(zoneInName)).size).toBe(new Set(zones).size);
});
