import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { metadataSchema } from "../../../contract/metadata.ts";
import type { Page } from "../../../contract/page.ts";
import type { InsightsQueryRequest } from "../../../contract/query.ts";
import { catalogueNames } from "../../../server/stand-in/options.ts";
import { long } from "../../support/long.ts";
import { fieldsOf, randomRequest } from "./random-query.ts";
import { type Asked, ask, metadataPath, now, queryPath } from "./support.ts";

function rowsOf(pages: readonly Page[]) {
  return pages.flatMap((page) => page.items);
}

/** From the last page to the first by the other token. */
async function walkBack(asked: Asked, last: Page | undefined): Promise<Page[]> {
  const pages = last ? [last] : [];
  for (let token = last?.meta.previousToken; token; token = pages[0]?.meta.previousToken) {
    pages.unshift(await asked.byToken(token));
  }
  return pages;
}

describe.each(catalogueNames)("pages of %s", (catalogue) => {
  let asked: Asked;
  let request: fc.Arbitrary<InsightsQueryRequest>;
  beforeAll(async () => {
    asked = await ask({ conversations: 60, now, catalogue });
    const metadata = metadataSchema.parse(await (await asked.send(metadataPath)).json());
    const samples = await Promise.all(
      metadata.cubes.map((cube) => asked.rows({ dimensions: cube.dimensions.map((one) => one.name) })),
    );
    const { fields, filterable } = fieldsOf(metadata, samples.flat());
    request = randomRequest(fields, filterable);
  });
  afterAll(() => asked.standIn.close());

  it("of any size, forwards and backwards, are the rows of one big page in its order", async () => {
    await fc.assert(
      fc.asyncProperty(request, fc.double({ min: 0, max: 1, noNaN: true }), async (query, part) => {
        const whole = rowsOf(await asked.walk(query, 1000));
        const size = Math.min(1000, Math.max(1, Math.ceil((whole.length + 1) * Math.max(0.12, part))));
        const pages = await asked.walk(query, size);
        expect(rowsOf(pages)).toEqual(whole);
        expect(pages.map((page) => page.meta.pageSize)).toEqual(pages.map((page) => page.items.length));
        expect(pages.slice(0, -1).every((page) => page.items.length === size)).toBe(true);
        expect(rowsOf(await walkBack(asked, pages.at(-1)))).toEqual(whole);
      }),
      { numRuns: long(10, 200) },
    );
  });

  it("hold each combination of the selected dimensions once", async () => {
    await fc.assert(
      fc.asyncProperty(request, async (query) => {
        const rows = rowsOf(await asked.walk(query, 1000));
        const keys = rows.map((row) => JSON.stringify(query.query.dimensions?.map((name) => row[name])));
        expect(new Set(keys).size).toBe(keys.length);
      }),
      { numRuns: long(8, 200) },
    );
  });

  it("write their ends as the catalogue does", async () => {
    const time =
      catalogue === "reference"
        ? "Id"
        : catalogue === "classic"
          ? "Conversation.ConversationId"
          : "ConversationSummary.ConversationId";
    const pages = await asked.walk({ query: { dimensions: [time] } }, 50);
    expect(pages).toHaveLength(2);
    const end = catalogue === "reference" ? undefined : null;
    expect([pages[0]?.meta.previousToken, pages[1]?.meta.nextToken]).toEqual([end, end]);
    expect("nextToken" in (pages[1]?.meta ?? {})).toBe(end === null);
  });
});

describe("pages of parts of conversations, of which each looks at a few conversations only", () => {
  let asked: Asked;
  beforeAll(async () => {
    asked = await ask({ conversations: 1500, now, catalogue: "classic" });
  });
  afterAll(() => asked.standIn.close());

  const most = long(20, 200);
  const id = "Conversation.ConversationId";
  const status = { op: "NE" as const, field: "Conversation.ConversationStatus", values: ["CLOSED"] };
  const rare = { op: "EQ" as const, field: "Conversation.Channel", values: ["rcs"] };
  it.each([
    ["no filter", ["Conversation.Channel", "OperatorResult.Value"], []],
    ["a rare member", ["Conversation.Language"], [{ expressions: [rare] }]],
    ["a rare conversation", ["Conversation.ParticipantType"], [{ expressions: [status] }]],
    ["one or the other", ["Conversation.Channel"], [{ op: "OR" as const, expressions: [status, rare] }]],
    ["both", ["Conversation.Channel"], [{ expressions: [status, rare] }]],
    ["none", ["Conversation.Channel"], [{ expressions: [{ ...rare, values: ["fax"] }] }]],
  ])("give the rows of big pages: %s", async (_what, more, filters) => {
    const request = { query: { dimensions: [id, ...more], filters } };
    const whole = rowsOf(await asked.walk(request, 1000));
    const pages = [await asked.first(request, 9)];
    for (let token = pages[0]?.meta.nextToken; token && pages.length < most; token = pages.at(-1)?.meta.nextToken) {
      pages.push(await asked.byToken(token));
    }
    const rows = rowsOf(pages);
    expect(rows).toEqual(whole.slice(0, rows.length));
    expect(rows.length).toBe(Math.min(whole.length, 9 * most));
    expect(rowsOf(await walkBack(asked, pages.at(-1)))).toEqual(rows);
  });
});

describe("page tokens", () => {
  let time = Date.now();
  let asked: Asked;
  beforeAll(async () => {
    asked = await ask({ conversations: 2500, now, clock: () => time });
  });
  afterAll(() => asked.standIn.close());

  const dimensions = ["Id", "DateCreated"];

  async function tokenOf(request: InsightsQueryRequest): Promise<string> {
    const page = await asked.first(request, 10);
    return page.meta.nextToken ?? "";
  }

  it("are base64 and stop working after their life", async () => {
    const token = await tokenOf({ query: { dimensions } });
    expect(token).toMatch(/^[A-Za-z0-9+/]+={0,2}$/);
    expect((await asked.byToken(token)).items).toHaveLength(10);
    time += 3_599_999;
    expect((await asked.byToken(token)).items).toHaveLength(10);
    time += 1;
    const response = await asked.send(`${queryPath}?pageToken=${encodeURIComponent(token)}`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 20001, message: expect.stringContaining("expired") });
  });

  it("are refused when changed", async () => {
    const token = await tokenOf({ query: { dimensions } });
    const bytes = Buffer.from(token, "base64");
    for (const place of [0, 20, bytes.length - 1]) {
      const changed = Buffer.from(bytes);
      changed[place] = (changed[place] ?? 0) ^ 1;
      const response = await asked.send(`${queryPath}?pageToken=${encodeURIComponent(changed.toString("base64"))}`);
      expect(await response.json()).toMatchObject({
        httpStatusCode: 400,
        message: expect.stringContaining("not valid"),
      });
    }
  });

  it("stay short when the query has thousands of values", async () => {
    const ids = (await asked.rows({ dimensions })).map((row) => String(row.Id)).slice(0, 2000);
    const query = { dimensions, filters: [{ expressions: [{ op: "IN" as const, field: "Id", values: ids }] }] };
    expect((await tokenOf({ query })).length).toBeLessThan(1000);
    const pages = await asked.walk({ query }, 700);
    expect(rowsOf(pages).map((row) => row.Id)).toEqual(ids);
  });

  it("put conversations newest first, ties by id", async () => {
    const rows = await asked.rows({ dimensions });
    const keys = rows.map((row) => [String(row.DateCreated), String(row.Id)] as const);
    const sorted = [...keys].sort(([a, x], [b, y]) => (a === b ? (x < y ? -1 : 1) : a < b ? 1 : -1));
    expect(keys).toEqual(sorted);
  });

  it("put nulls last, in both directions", async () => {
    for (const direction of ["ASC", "DESC"] as const) {
      const field = "OperatorResult.Value";
      const rows = await asked.rows({ dimensions: ["Id", field], orderBy: [{ field, direction }] });
      const labels = rows.map((row) => row[field]);
      const known = labels.filter((label) => label !== null).map(String);
      expect(labels.slice(known.length).every((label) => label === null)).toBe(true);
      expect(known.length).toBeLessThan(labels.length);
      expect(known).toEqual(direction === "ASC" ? [...known].sort() : [...known].sort().reverse());
    }
  });
});
