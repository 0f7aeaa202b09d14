import { expect, test } from "vitest";
import { refuse, type Trouble } from "../../support/servers/paged-upstream.ts";
import { begin, ended, onDisk, sha256, stage } from "./support.ts";

const sizeIn = (url: string) => /pageSize=(\d+)/.exec(url)?.[1];

/** Refuses every first page of more rows than `most`; with 0 also those that name a number at all. */
function refusing(of: "query" | "results", most: number, status: number, message: string): Trouble {
  return ({ kind, token, url }, response) => {
    const size = sizeIn(url);
    if (kind !== of || token !== undefined || size === undefined || Number(size) <= most) return undefined;
    refuse(response, status, message);
    return "handled";
  };
}

async function exported(rows: number, trouble: Trouble) {
  const set = await stage({ rows, jobs: false, trouble });
  const id = await begin(set.proxy.url);
  const status = await ended(set.proxy.url, id);
  const first = set.upstream.asked.filter(({ kind, token }) => kind === "query" && token === undefined);
  return { set, id, status, sizes: first.map(({ url }) => sizeIn(url)) };
}

test.each([
  [400, "pageSize must be at most 200", "200"],
  [413, "Too large", "100"],
  [422, "Unprocessable", "100"],
  [500, "Internal", "100"],
])(
  "a query's size refused with %i (%s) is made smaller for the account, whatever is said",
  async (code, message, size) => {
    const { set, id, status, sizes } = await exported(900, refusing("query", 200, code, message));
    expect(status.state).toBe("complete");
    expect([sizes[0], sizes.at(-1)]).toEqual(["1000", size]);
    expect(sha256((await onDisk(set.folder, id)).rows)).toBe(sha256(set.upstream.spool()));
    // What was found out is known to the next one.
    const before = set.upstream.asked.length;
    expect(await ended(set.proxy.url, await begin(set.proxy.url))).toMatchObject({ state: "complete", rows: 900 });
    expect(set.upstream.asked.slice(before).flatMap(({ url }) => sizeIn(url) ?? [])).toEqual([size]);
  },
);

test.each([
  [10, "10"],
  [0, undefined],
])("where no more than %i are taken, %s is asked for", async (most, size) => {
  const { set, id, status, sizes } = await exported(120, refusing("query", most, 400, "No"));
  expect(status.state).toBe("complete");
  expect(sizes.at(-1)).toBe(size);
  expect(sha256((await onDisk(set.folder, id)).rows)).toBe(sha256(set.upstream.spool()));
});

test("a refusal that is not about the size is told as it came first, after the plainest query", async () => {
  let times = 0;
  const { status, sizes } = await exported(900, ({ kind }, response) => {
    if (kind !== "query") return undefined;
    times += 1;
    refuse(response, 400, `No such field, time ${times}`);
    return "handled";
  });
  expect(status).toMatchObject({ state: "failed", failure: { problem: { message: "No such field, time 1" } } });
  expect(sizes).toEqual(["1000", undefined]);
});

test.each([401, 403])("a %i is asked once", async (code) => {
  const { status, sizes } = await exported(900, ({ kind }, response) => {
    if (kind !== "query") return undefined;
    refuse(response, code, "No");
    return "handled";
  });
  expect(status.state).toBe("failed");
  expect(sizes).toEqual(["1000"]);
});

test.each([
  [400, "pageSize must be at most 200"],
  [413, "Too large"],
  [500, "Internal"],
])("the size of a page of a job's results, refused with %i (%s), is made smaller", async (code, message) => {
  const set = await stage({ rows: 2500, trouble: refusing("results", 200, code, message) });
  const id = await begin(set.proxy.url);
  expect(await ended(set.proxy.url, id)).toMatchObject({ state: "complete", rows: 2500 });
  const first = set.upstream.asked.filter(({ kind, token }) => kind === "results" && token === undefined);
  // A 500 may pass, so it is asked once more.
  expect([...new Set(first.map(({ url }) => sizeIn(url)))]).toEqual(["1000", "10", "500", "200"]);
  const { rows, manifest } = await onDisk(set.folder, id);
  expect(sha256(rows)).toBe(sha256(set.upstream.spool()));
  expect(manifest.source).toMatchObject({ kind: "job", pageSize: 200 });
});

test("a job's results that take no number at all are asked for without one", async () => {
  const set = await stage({ rows: 2500, trouble: refusing("results", 0, 400, "No") });
  const id = await begin(set.proxy.url);
  expect(await ended(set.proxy.url, id)).toMatchObject({ state: "complete", rows: 2500 });
  const { rows, manifest } = await onDisk(set.folder, id);
  expect(sha256(rows)).toBe(sha256(set.upstream.spool()));
  expect(manifest.source.pageSize).toBeUndefined();
});
