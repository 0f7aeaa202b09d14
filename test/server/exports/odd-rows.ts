import { parse as parseLossless } from "lossless-json";
import { expect } from "vitest";
import type { NewExportInput } from "../../../contract/export.ts";
import { plainRow, timeOf } from "../../support/servers/paged-upstream.ts";
import { begin, ended, order, stage } from "./support.ts";

/** Rows with everything that formats stumble over, beside plain ones. */
const odd: Record<number, string> = {
  0: `{"Id":"00123","DateCreated":"${timeOf(0)}","Channels":["voice","a;b"],"Long":12345678901234567890,"Text":"=1+1","Score":-5}`,
  1: `{"Id":"-7","DateCreated":"${timeOf(1)}","Channels":[],"Long":-1,"Text":"line\\r\\nend \\u0000 _x0041_ <&>","Score":1.25}`,
  2: `{"Id":"=x","DateCreated":"${timeOf(2)}","Channels":null,"Long":0,"Text":null,"Score":null}`,
  3: `{"Id":"\\ud83d\\ude00 é","DateCreated":"${timeOf(3)}","Channels":["sms",null],"Text":" spaced ","Score":0}`,
};
const row = (index: number) => odd[index] ?? plainRow(index);
export const rows = 2500;

type Rows = {
  Id: string;
  DateCreated: string;
  Channels?: unknown[] | null;
  Text: string | null;
  Long?: unknown;
  Score: unknown;
}[];

let read: Rows | undefined;

/** The rows with every number as the text that it came as. */
export function expected(): Rows {
  read ??= Array.from({ length: rows }, (_, index) => parseLossless(row(index), null, (text) => text) as Rows[number]);
  return read;
}

/** A finished export of those rows, and how to ask for its files. */
export async function exported(more: Partial<NewExportInput> = {}) {
  const set = await stage({ rows, row });
  const id = await begin(set.proxy.url, { ...order, ...more });
  expect(await ended(set.proxy.url, id)).toMatchObject({ state: "complete", rows });
  const file = async (query: string) => {
    const response = await fetch(`${set.proxy.url}/api/exports/${id}/file?${query}`);
    expect(response.status).toBe(200);
    return { response, bytes: Buffer.from(await response.arrayBuffer()) };
  };
  return { ...set, id, file };
}

/** Berlin is an hour ahead of UTC on these November days. */
export const inBerlin = (time: string) =>
  `${new Date(Date.parse(time) + 3_600_000).toISOString().slice(0, 19)}.${time.slice(20, -1)}+01:00`;
export const joined = (list: unknown[] | null | undefined) => (list ?? []).map((one) => one ?? "").join("; ");
