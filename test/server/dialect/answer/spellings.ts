import { Temporal } from "temporal-polyfill";

/** One time in microseconds since 1970, as accounts write it. `zone` is the one that was asked. */
type WriteTime = (micros: number, zone: string) => string | number;

function fractionOf(micros: number): string {
  return String(micros % 1_000_000).padStart(6, "0");
}

export function wallOf(micros: number, zone: string): string {
  const instant = Temporal.Instant.fromEpochMilliseconds(Math.floor(micros / 1e6) * 1000);
  return instant.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: "second" });
}

function numbersOf(wall: string): [year: string, month: string, day: string, hour: number, rest: string] {
  const [, year = "", month = "", day = "", hour = "", rest = ""] =
    /^(\d+)-(\d+)-(\d+)T(\d+)(:\d+:\d+)/.exec(wall) ?? [];
  return [year, month, day, Number(hour), rest];
}

function slashed(wall: string, isDayFirst: boolean): string {
  const [year, month, day, hour, rest] = numbersOf(wall);
  const dayAndMonth = isDayFirst ? `${day}/${month}` : `${Number(month)}/${Number(day)}`;
  return `${dayAndMonth}/${year} ${hour % 12 || 12}${rest} ${hour < 12 ? "AM" : "PM"}`;
}

/** How accounts write a plain time, and down to how many microseconds they tell it. */
export const timeSpellings: Readonly<Record<string, { write: WriteTime; step: number }>> = {
  usual: { write: (micros) => `${wallOf(micros, "UTC")}.${fractionOf(micros)}Z`, step: 1 },
  "epoch seconds": { write: (micros) => Math.floor(micros / 1e6), step: 1e6 },
  "epoch milliseconds": { write: (micros) => Math.floor(micros / 1000), step: 1000 },
  "epoch milliseconds as text": { write: (micros) => String(Math.floor(micros / 1000)), step: 1000 },
  "epoch microseconds": { write: (micros) => micros, step: 1 },
  "epoch fractions": { write: (micros) => `${Math.floor(micros / 1e6)}.${fractionOf(micros)}`, step: 1 },
  "no offset, UTC": { write: (micros) => `${wallOf(micros, "UTC")}.${fractionOf(micros)}`, step: 1 },
  "no offset, zone": { write: (micros, zone) => `${wallOf(micros, zone)}.${fractionOf(micros)}`, step: 1 },
  "space, UTC": { write: (micros) => `${wallOf(micros, "UTC").replace("T", " ")}.${fractionOf(micros)}`, step: 1 },
  "false Z": { write: (micros, zone) => `${wallOf(micros, zone)}.${fractionOf(micros)}Z`, step: 1 },
  "other offset": { write: (micros) => `${wallOf(micros, "Asia/Tokyo")}.${fractionOf(micros)}+09:00`, step: 1 },
  "short offset": { write: (micros) => `${wallOf(micros, "Asia/Tokyo").replace("T", " ")} +0900`, step: 1e6 },
  "month first": { write: (micros) => slashed(wallOf(micros, "UTC"), false), step: 1e6 },
  "month first, zone": { write: (micros, zone) => slashed(wallOf(micros, zone), false), step: 1e6 },
  "day first": { write: (micros) => slashed(wallOf(micros, "UTC"), true), step: 1e6 },
  "named month": { write: (micros) => new Date(Math.floor(micros / 1e6) * 1000).toUTCString(), step: 1e6 },
};

/** How accounts write lists. */
export const listSpellings: Readonly<Record<string, (members: readonly string[]) => unknown>> = {
  usual: (members) => members,
  json: (members) => JSON.stringify(members),
  clickhouse: (members) => `[${members.map((one) => `'${one.replace(/['\\]/g, "\\$&")}'`).join(",")}]`,
  comma: (members) => members.join(", "),
  pipe: (members) => members.join("|"),
  objects: (members) => members.map((name) => ({ name, primary: false })),
  postgres: (members) => `{${members.map((one) => `"${one.replace(/["\\]/g, "\\$&")}"`).join(",")}}`,
};

/** How accounts write the keys of rows. */
export const keySpellings: Readonly<Record<string, (name: string) => string>> = {
  usual: (name) => name,
  unqualified: (name) => name.slice(name.indexOf(".") + 1),
  lower: (name) => name.toLowerCase(),
  camel: (name) => name.replace(/(^|\.)([A-Z])/g, (part) => part.toLowerCase()),
  snake: (name) => name.replace(/(?<=[a-z])[A-Z]/g, "_$&").toLowerCase(),
  joined: (name) => name.replaceAll(".", "__"),
};
