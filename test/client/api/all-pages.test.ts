import { describe, expect, test } from "vitest";
import { allPagesQuery, fetchAllPages } from "../../../client/api/all-pages.ts";
import type { InsightsQueryRequest } from "../../../contract/query.ts";
import { startFakeUpstream } from "../../support/servers/fake-upstream.ts";
import { hang, json, page, twilioError } from "../../support/servers/replies.ts";
import { servePageFrom, serveProxy } from "../insights/pages-base.ts";

const request: InsightsQueryRequest = { query: { measures: ["Count"], dimensions: ["Channels"] } };

const served = serveProxy();

async function whole(pinId = 1) {
  return (await served.client.fetchQuery(allPagesQuery(request, pinId))).rows;
}

function read(asked = request, options = {}) {
  return fetchAllPages(asked, new AbortController().signal, options);
}

/** What the upstream was asked for, in order. */
function asked(): string[] {
  return served.upstream.received.map(
    ({ method, path }) => `${method} ${decodeURIComponent(path.split("?")[1] ?? "")}`,
  );
}

/** A group of so many conversations. */
function group(n: number) {
  return { Channels: [`c${n}`], Count: n };
}

describe("a whole aggregate", () => {
  test("is every row of every page, empty pages and all", async () => {
    served.upstream.reply(page([group(1), group(2)], "a+/="), page([], "b"), page([group(3)], ""));
    expect(await whole()).toEqual([group(1), group(2), group(3)]);
    expect(asked()).toEqual(["POST pageSize=1000", "GET pageToken=a+/=", "GET pageToken=b"]);
    expect(JSON.parse(served.upstream.received[0]?.body ?? "")).toEqual(request);
  });

  test("is read up to a number of pages that have rows, and says that there are more", async () => {
    served.upstream.reply(page([], "a"), page([group(1)], "b"), page([group(2)], "c"));
    expect(await read(request, { mostPages: 1 })).toMatchObject({ rows: [group(1)], cut: true });
    expect(asked()).toEqual(["POST pageSize=1000", "GET pageToken=a"]);
  });

  test("is asked for once under one pin, and anew under another", async () => {
    served.upstream.reply(page([group(1)]));
    await whole();
    await whole();
    expect(served.upstream.received).toHaveLength(1);
    await whole(2);
    expect(served.upstream.received).toHaveLength(2);
  });

  test.each([
    ["a refusal", 400],
    ["a fault of Twilio’s", 500],
    ["forbidden", 403],
  ])("fails with %s", async (_, status) => {
    served.upstream.reply(twilioError(status));
    await expect(whole()).rejects.toMatchObject({ kind: "http", problem: { httpStatusCode: status } });
  });

  test("fails instead of coming back short when a later page does", async () => {
    served.upstream.reply(page([group(1)], "a"), twilioError(403));
    await expect(whole()).rejects.toMatchObject({ kind: "http" });
    expect(served.upstream.received).toHaveLength(2);
  });

  test.each([400, 404, 410, 422])(
    "is read once more from its first page where a token ended with %d",
    async (status) => {
      served.upstream.reply(page([group(1)], "a"), twilioError(status), page([group(1)], "b"), page([group(2)]));
      expect(await whole()).toEqual([group(1), group(2)]);
      expect(asked()).toEqual(["POST pageSize=1000", "GET pageToken=a", "POST pageSize=1000", "GET pageToken=b"]);
    },
  );

  test("fails where tokens end a second time", async () => {
    const [first, ended] = [page([group(1)], "a"), twilioError(410)];
    served.upstream.reply(first, ended, first, ended);
    await expect(whole()).rejects.toMatchObject({ kind: "http", problem: { httpStatusCode: 410 } });
    expect(served.upstream.received).toHaveLength(4);
  });

  test("fails when a token leads back, in one step or in several", async () => {
    served.upstream.reply(page([group(1)], "a"), page([group(2)], "b"), page([group(3)], "a"));
    await expect(whole()).rejects.toMatchObject({ kind: "contract" });
    expect(served.upstream.received).toHaveLength(3);
  });

  test("goes on behind a rate limit where it was", async () => {
    const limited = json({ code: 20429, message: "Slow", httpStatusCode: 429 }, 429, { "x-ratelimit-reset": "1" });
    served.upstream.reply(page([group(1)], "a"), limited, page([group(2)]));
    expect(await whole()).toEqual([group(1), group(2)]);
    expect(asked()).toEqual(["POST pageSize=1000", "GET pageToken=a", "GET pageToken=a"]);
  });

  test("is cancelled at Twilio when nobody waits for it any more", async () => {
    served.upstream.reply(hang);
    const asking = whole();
    asking.catch(() => {});
    await served.upstream.arrived(1);
    await served.client.cancelQueries();
    await served.upstream.received[0]?.cancelled;
  });
});

describe("a group that comes twice", () => {
  const sms = { Channels: ["sms"], Count: 3 };
  const voice = { Channels: ["voice"], Count: 4 };
  const chat = { Channels: ["chat"], Count: 5 };

  test("has everything read again in larger pages, and what is read then stands", async () => {
    // At the end of the first page two groups changed places, so that one came twice and the other not at all.
    served.upstream.reply(page([sms, voice], "a"), page([voice]), page([sms, voice, chat]));
    const { rows, told } = await read();
    expect(rows).toEqual([sms, voice, chat]);
    expect(told.repeated).toBe(0);
    expect(asked()).toEqual(["POST pageSize=1000", "GET pageToken=a", "POST pageSize=10000"]);
  });

  test("is told where it comes twice again, and read twice at most", async () => {
    served.upstream.reply(page([sms, voice], "a"), page([voice]), page([sms, voice], "a"), page([voice, sms]));
    expect((await read()).told.repeated).toBe(2);
    expect(served.upstream.received).toHaveLength(4);
  });

  test("leaves what was read where it cannot be read again, and is told", async () => {
    served.upstream.reply(page([sms, sms]), twilioError(500));
    expect(await read()).toMatchObject({ rows: [sms, sms], told: { repeated: 1 } });
  });

  test("is none where a dimension is in no row, and none of two hours that clocks give one name", async () => {
    served.upstream.reply(page([{ Count: 1 }, { Count: 2 }]));
    expect((await read()).told.repeated).toBe(0);
    const hours: InsightsQueryRequest = {
      properties: { timezone: "Australia/Lord_Howe" },
      query: { measures: ["Count"], dimensions: ["T.hour"] },
    };
    const one = { "T.hour": "2026-04-05T01:00:00.000", Count: 1 };
    served.upstream.reply(page([one, { ...one, Count: 2 }]));
    expect((await read(hours)).told.repeated).toBe(0);
    expect(asked()).not.toContain("POST pageSize=10000");
  });
});

describe("rows that cannot be read", () => {
  const [a, b, c, d] = ["a", "b", "c", "d"].map((name, n) => ({ Channels: [name], Count: n }));
  const ordered: InsightsQueryRequest = {
    query: { ...request.query, orderBy: [{ field: "Channels", direction: "ASC" }] },
  };
  const lacking = (...items: unknown[]) => json({ items, meta: {} });

  test("are asked for once more the other way round, where other rows have their places", async () => {
    served.upstream.reply(lacking(a, null, c, d), lacking(d, null, b, a));
    expect(await read(ordered)).toMatchObject({ rows: [a, b, c, d], told: { lost: 0 } });
    expect(JSON.parse(served.upstream.received[1]?.body ?? "")).toEqual({
      query: { ...request.query, orderBy: [{ field: "Channels", direction: "DESC" }] },
    });
  });

  test("are told as far as they stay away, and read twice at most", async () => {
    served.upstream.reply(lacking(a, null, null, d), lacking(d, null, b, a));
    expect(await read(ordered)).toMatchObject({ rows: [a, b, d], told: { lost: 1 } });
    expect(served.upstream.received).toHaveLength(2);
  });

  test("stay lost where they cannot be asked for again, or have no order", async () => {
    served.upstream.reply(lacking(a, null, c), twilioError(403), lacking(a, null, c));
    expect(await read(ordered)).toMatchObject({ rows: [a, c], told: { lost: 1 } });
    expect(await read()).toMatchObject({ rows: [a, c], told: { lost: 1 } });
    expect(served.upstream.received).toHaveLength(3);
  });

  test("are not found in the first rows of more", async () => {
    served.upstream.reply(json({ items: [a, null, c], meta: { nextToken: "n" } }));
    expect(await read(ordered, { mostPages: 1 })).toMatchObject({ rows: [a, c], cut: true, told: { lost: 1 } });
    expect(served.upstream.received).toHaveLength(1);
  });

  test("are no count of zero", async () => {
    served.upstream.reply(lacking(null));
    await expect(read({ query: { measures: ["Count"] } })).rejects.toMatchObject({ kind: "contract" });
  });
});

test("what was done to each page is told of the whole: notes once, lost rows added up", async () => {
  const marked = (lost: number, notReturned: string[], next?: string) =>
    json({
      items: [{ Channels: String(lost), Count: 1 }],
      meta: { nextToken: next },
      earshot: { notes: [{ text: "Cut here." }], notReturned, lost },
    });
  const server = await startFakeUpstream();
  servePageFrom(server.url);
  server.reply(marked(1, ["A"], "a"), marked(2, ["A", "B"]));
  const { told } = await read();
  expect(told).toMatchObject({ notes: [{ text: "Cut here." }], notReturned: ["A", "B"], lost: 3 });
  await server.close();
});
