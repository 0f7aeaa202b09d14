import { afterAll, beforeAll, expect, test } from "vitest";
import type { NewExportInput } from "../../../contract/export.ts";
import type { StandIn } from "../../../server/stand-in/options.ts";
import { startStandIn } from "../../../server/stand-in/start.ts";
import { type RunningProxy, startBefore } from "../../support/servers/proxy.ts";
import { post } from "../setup.ts";
import { begin, ended, sha256 } from "./support.ts";

/** Three pages of a thousand: two would be taken without a job. */
const rows = 2100;
const jobTimes = { pendingMs: 20, runningMs: 20 };

let standIn: StandIn;
let sample: RunningProxy;
let undisturbed: string;

/** The whole sample account, newest first; a fault travels as a value that the embedded account takes out again. */
function orderOf(fault?: string): NewExportInput {
  const orderBy = [{ field: "DateCreated", direction: "DESC" as const }, { field: "Id" }];
  const expressions = [
    { op: "GT" as const, field: "DateCreated", values: ["2000-01-01"] },
    ...(fault ? [{ op: "NE" as const, field: "Id", values: [`fault:${fault}`] }] : []),
  ];
  const query = {
    dimensions: ["Id", "DateCreated", "Channels"],
    filters: [{ op: "AND" as const, expressions }],
    orderBy,
  };
  return { request: { query }, columns: [{ field: "Id", header: "ID" }], format: "ndjson" };
}

async function digest(id: string): Promise<string> {
  return sha256(Buffer.from(await (await fetch(`${sample.url}/api/exports/${id}/file?format=ndjson`)).arrayBuffer()));
}

beforeAll(async () => {
  standIn = await startStandIn({ conversations: rows, faults: true, jobTimes });
  sample = await startBefore(standIn, { upstreamTimeoutMs: 1000 });
  const id = await begin(sample.url, orderOf());
  expect(await ended(sample.url, id)).toMatchObject({ state: "complete", rows });
  undisturbed = await digest(id);
});

afterAll(async () => {
  await sample.close();
  await standIn.close();
});

const passing = ["500", "503", "hang", "drip", "html", "cut"];
const faults = [
  ...passing.flatMap((fault) => [`${fault}-once`, `${fault}-later-once`]),
  "expired-once",
  "repeat",
  "empty",
  "job-failed",
];

// Most of them only wait, and none is told of another: so they wait together.
test.concurrent.each(faults)("the fault %s of the embedded account changes no byte", async (fault) => {
  const id = await begin(sample.url, orderOf(fault));
  let status = await ended(sample.url, id);
  // What does not pass by itself ends in a failure with a way on.
  for (let attempt = 0; status.state === "failed" && attempt < 2; attempt += 1) {
    expect(status.failure?.advice.text).toContain("esum");
    await post(`${sample.url}/api/exports/${id}/resume`, {});
    status = await ended(sample.url, id);
  }
  expect(status).toMatchObject({ state: "complete", rows });
  expect(await digest(id)).toBe(undisturbed);
});

test.each(["401-once", "403-once"])("%s fails the export, and Resume finishes it", async (fault) => {
  const id = await begin(sample.url, orderOf(fault));
  let status = await ended(sample.url, id);
  expect(status).toMatchObject({ state: "failed", failure: { problem: { source: "twilio" } } });
  // The query and the job are each refused once.
  for (let attempt = 0; status.state === "failed" && attempt < 3; attempt += 1) {
    await post(`${sample.url}/api/exports/${id}/resume`, {});
    status = await ended(sample.url, id);
  }
  expect(status.state).toBe("complete");
  expect(await digest(id)).toBe(undisturbed);
});

test("an account that takes small pages only is exported with them", async () => {
  // A server of its own, since the size that was found is remembered.
  const small = await startStandIn({ conversations: 130, faults: true, jobTimes });
  const proxy = await startBefore(small);
  try {
    const id = await begin(proxy.url, orderOf("pagesize"));
    expect(await ended(proxy.url, id)).toMatchObject({ state: "complete", rows: 130 });
  } finally {
    await proxy.close();
    await small.close();
  }
});

test("tokens that are never taken fail the export with a way on, and no row is lost or doubled", async () => {
  const id = await begin(sample.url, orderOf("expired"));
  const status = await ended(sample.url, id);
  expect(status.state).toBe("failed");
  expect(status.failure?.why.text).toMatch(/rejects its own page references|expired/i);
  expect(status.fileName).toContain("partial");
});

test("a 429 changes no byte, and what it says of the limit is kept to from then on", async () => {
  const id = await begin(sample.url, orderOf("429-once"));
  expect(await ended(sample.url, id)).toMatchObject({ state: "complete", rows });
  expect(await digest(id)).toBe(undisturbed);
});
