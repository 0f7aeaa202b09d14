import { type Asked, nothingKnown, type Readings } from "../../../../server/dialect/answer/readings.ts";

/** What was asked, of fields in which nothing is special, in UTC. */
export function askedFor(fields: readonly string[], more: Partial<Asked> = {}): Asked {
  return { fields, times: new Set(), grains: new Set(), telling: new Map(), several: new Set(), zone: "UTC", ...more };
}

export function known(more: Partial<Readings> = {}): Readings {
  return { ...nothingKnown, ...more };
}

export function toBuffers(rows: readonly object[]): Buffer[] {
  return rows.map((row) => Buffer.from(JSON.stringify(row)));
}
