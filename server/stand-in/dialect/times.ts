import { bucketEnd, offsetAt, readCell, wallClock, writeOffset } from "./clocks.ts";
import type { Dialect, Hooks } from "./types.ts";

type Write = (micros: number, zone: string, isGrain: boolean) => unknown;

/** Writes times in another way: those that are written as usual, so that of several ways the first one holds. */
function written(write: Write): Hooks {
  return {
    cell: (value, dimension, zone) => {
      const micros = dimension.kind === "time" ? readCell(value) : undefined;
      if (dimension.kind !== "time" || micros === undefined) return value;
      return write(micros, zone, dimension.grain !== undefined);
    },
  };
}

/** Changes the text of times, however they are written by now. */
function respelled(change: (text: string) => string): Hooks {
  return {
    cell: (value, dimension) => (dimension.kind === "time" && typeof value === "string" ? change(value) : value),
  };
}

function american(wall: string): string {
  const [, year, month, day, time] = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}:\d{2}:\d{2})/.exec(wall) ?? [];
  return `${month}/${day}/${year} ${time}`;
}

/** A day of the first week of a year: the one that has the fourth of January. */
function isoWeek(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  const thursday = new Date(date.getTime() + (3 - ((date.getUTCDay() + 6) % 7)) * 86_400_000);
  const year = thursday.getUTCFullYear();
  const week = Math.ceil(((thursday.getTime() - Date.UTC(year, 0, 1)) / 86_400_000 + 1) / 7);
  return `${year}-W${String(week).padStart(2, "0")}`;
}

function shortly(wall: string, grain: string | undefined): string {
  if (grain === "month") return wall.slice(0, 7);
  if (grain === "week") return isoWeek(wall.slice(0, 10));
  return wall.slice(0, grain === "day" ? 10 : 13);
}

const far = "Asia/Tokyo";

/** How cells write times. A grain's buckets are cut in the zone of the query by all of them. */
export const times: readonly Dialect[] = [
  {
    name: "grains-end",
    does: "labels hours, days, weeks and months by where they end",
    hooks: {
      cell: (value, dimension, zone) =>
        dimension.kind === "time" && dimension.grain ? bucketEnd(value, dimension.grain, zone) : value,
    },
  },
  {
    name: "times-dates",
    does: "writes days, weeks and months as a date alone",
    hooks: {
      cell: (value, dimension, zone) => {
        const isDate = dimension.kind === "time" && dimension.grain !== undefined && dimension.grain !== "hour";
        const micros = isDate ? readCell(value) : undefined;
        return micros === undefined ? value : wallClock(micros, zone).slice(0, 10);
      },
    },
  },
  {
    name: "times-epoch-s",
    does: "writes times as whole seconds since 1970",
    hooks: written((micros) => Math.floor(micros / 1e6)),
  },
  {
    name: "times-epoch-ms",
    does: "writes times as milliseconds since 1970",
    hooks: written((micros) => Math.floor(micros / 1000)),
  },
  {
    name: "times-american",
    does: "writes times as `11/22/2026 13:45:10`: plain ones in UTC, grains in the zone of the query",
    hooks: written((micros, zone, isGrain) => american(wallClock(micros, isGrain ? zone : "UTC"))),
  },
  {
    name: "times-no-offset-utc",
    does: "writes times without an offset: plain ones in UTC, grains in the zone of the query, as Cube 0.35 does",
    hooks: written((micros, zone, isGrain) => wallClock(micros, isGrain ? zone : "UTC")),
  },
  {
    name: "times-no-offset-zone",
    does: "writes times without an offset, in the zone of the query, as Cube 1.7 does",
    hooks: written((micros, zone) => wallClock(micros, zone)),
  },
  {
    name: "times-false-z",
    does: "writes what the clocks of the query’s zone show, with a Z that is not true",
    hooks: written((micros, zone) => `${wallClock(micros, zone)}Z`),
  },
  {
    name: "times-own-zone",
    does: "writes plain times without an offset, as clocks in Berlin show them, whatever zone was asked; grains in the zone of the query",
    hooks: written((micros, zone, isGrain) => wallClock(micros, isGrain ? zone : "Europe/Berlin")),
  },
  {
    name: "times-own-zone-west",
    does: "the same, as clocks in New York show them",
    hooks: written((micros, zone, isGrain) => wallClock(micros, isGrain ? zone : "America/New_York")),
  },
  {
    name: "times-own-false-z",
    does: "the same, with a Z that is not true",
    hooks: written((micros, zone, isGrain) =>
      isGrain ? wallClock(micros, zone) : `${wallClock(micros, "America/New_York")}Z`,
    ),
  },
  {
    name: "times-other-offset",
    does: "writes times with the offset of Tokyo, whatever zone was asked",
    hooks: written((micros) => `${wallClock(micros, far)}${writeOffset(offsetAt(micros, far))}`),
  },
  {
    name: "times-whole-seconds",
    does: "writes times without fractions of a second",
    hooks: respelled((text) => text.replace(/\.\d+/, "")),
  },
  {
    name: "times-compact-offset",
    does: "writes `+0000` for the Z in times, and no zeros at the end of a fraction",
    hooks: respelled((text) => text.replace(/(\.\d*?)0+(?=Z$)/, "$1").replace(/\.?Z$/, "+0000")),
  },
  {
    name: "times-seconds-nanos",
    does: 'writes times as objects, `{"seconds": …, "nanos": …}`, as protobuf has them',
    hooks: written((micros) => ({ seconds: Math.floor(micros / 1e6), nanos: (micros % 1e6) * 1000 })),
  },
  {
    name: "times-short",
    does: "writes grains as short as they are: `2026-11`, `2026-W46`, `2026-11-10`, `2026-11-10T05`, in the zone of the query",
    hooks: {
      cell: (value, dimension, zone) => {
        const micros = dimension.kind === "time" && dimension.grain ? readCell(value) : undefined;
        if (dimension.kind !== "time" || micros === undefined) return value;
        return shortly(wallClock(micros, zone), dimension.grain);
      },
    },
  },
  {
    name: "times-space",
    does: "writes a space for the T in times",
    hooks: respelled((text) => text.replace(/^(\d{4}-\d{2}-\d{2})T/, "$1 ")),
  },
];
