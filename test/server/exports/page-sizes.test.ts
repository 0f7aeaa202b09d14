import { expect, test } from "vitest";
import { refuse, type Trouble } from "../../support/servers/paged-upstream.ts";
import { begin, ended, onDisk, sha256, stage } from "./support.ts";

const sizeIn = (url: string) => /pageSize=(\d+)/.exec(url)?.[1];

/** Refuses every first page of more rows than `most`; with 0 also those that name a number at all. */
function refusing(most: number, status: number, message: string): Trouble {
  return ({ kind, token, url }, response) => {
    const size = sizeIn(url);
    if (kind !== "query" || token !== undefined || size === undefined || Number(size) <= most) return undefined;
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
  [400, "pageSize must be at most 200"],
  [413, "Too large"],
  [422, "Unprocessable"],
  [500, "Internal"],
])("a size refused with %i (%s) is made smaller, whatever is said", async (code, message) => {
  const { set, id, status, sizes } = await exported(900, refusing(200, code, message));
  expect(status.state).toBe("complete");
  // A 500 may pass, so it is asked once more.
  expect([...new Set(sizes)]).toEqual(["1000", "10", "500", "200"]);
  const { rows, manifest } = await onDisk(set.folder, id);
  expect(sha256(rows)).toBe(sha256(set.upstream.spool()));
  expect(manifest.source.pageSize).toBe(200);
});

test.each([
  [10, "10"],
  [0, undefined],
])("where no more than %i are taken, %s is asked for", async (most, size) => {
  const { set, id, status, sizes } = await exported(120, refusing(most, 400, "No"));
  expect(status.state).toBe("complete");
  expect(sizes).toContain(size);
  expect(sha256((await onDisk(set.folder, id)).rows)).toBe(sha256(set.upstream.spool()));
});

test("a refusal that is not about the size is told as it came first, after two more questions", async () => {
  let times = 0;
  const { status, sizes } = await exported(900, ({ kind }, response) => {
    if (kind !== "query") return undefined;
    times += 1;
    refuse(response, 400, `No such field, time ${times}`);
    return "handled";
  });
  expect(status).toMatchObject({ state: "failed", failure: { problem: { message: "No such field, time 1" } } });
  expect(sizes).toEqual(["1000", "10", undefined]);
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

test("a small result is taken as the smallest page brought it", async () => {
  const { status, sizes } = await exported(7, refusing(200, 400, "No"));
  expect(status).toMatchObject({ state: "complete", rows: 7 });
  expect(sizes).toEqual(["1000", "10"]);
});
