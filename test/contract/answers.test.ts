import { describe, expect, test } from "vitest";
import { accountSchema } from "../../contract/account.ts";
import { metadataSchema, withoutRefused } from "../../contract/metadata.ts";
import { nextToken, pageSchema, previousToken } from "../../contract/page.ts";
import { earshotCodes, problemSchema } from "../../contract/problem.ts";

describe("a page", () => {
  test.each([
    ["null", { nextToken: null, previousToken: null }],
    ["missing", {}],
    ["empty", { nextToken: "", previousToken: "" }],
  ])("whose tokens are %s is the only one", (_, tokens) => {
    const page = pageSchema.parse({ items: [], meta: { key: "items", pageSize: 0, ...tokens } });
    expect(nextToken(page)).toBeUndefined();
    expect(previousToken(page)).toBeUndefined();
  });

  test("gives its tokens as they are", () => {
    const meta = { key: "items", pageSize: 1, nextToken: "eyJ+/=", previousToken: " p" };
    const page = pageSchema.parse({ items: [{ Id: "a" }], meta });
    expect(nextToken(page)).toBe("eyJ+/=");
    expect(previousToken(page)).toBe(" p");
  });

  test("keeps what it does not know, and cells of any kind", () => {
    const body = {
      domain: null,
      items: [{ a: [1, null], b: { c: true }, d: null, ["__proto__x"]: 1 }],
      meta: { key: "items", pageSize: 1, later: [1] },
      later: { is: "kept" },
    };
    expect(pageSchema.parse(body)).toEqual(body);
  });

  test.each([
    { meta: {} },
    { items: {}, meta: {} },
    { items: [1], meta: {} },
    { items: [] },
    { items: [], meta: { nextToken: 5 } },
  ])("is refused in another shape: %j", (body) => {
    expect(pageSchema.safeParse(body).success).toBe(false);
  });
});

describe("metadata", () => {
  test("needs names alone, and keeps what it does not know", () => {
    const read = metadataSchema.parse({
      cubes: [
        { name: "Conversation", layer: "Gold" },
        { name: "B", measures: [] },
      ],
    });
    expect(read.cubes).toEqual([
      { name: "Conversation", layer: "Gold", measures: [], dimensions: [] },
      { name: "B", measures: [], dimensions: [] },
    ]);
  });

  test("takes fields without types and descriptions, or with null", () => {
    const dimensions = [{ name: "a" }, { name: "b", type: null, description: null }, { name: "c", array: true }];
    const measures = [{ name: "m", aggregation: null }];
    expect(metadataSchema.parse({ cubes: [{ name: "C", measures, dimensions }] }).cubes[0]).toEqual({
      name: "C",
      measures,
      dimensions,
    });
  });

  test("requires nothing: what cannot be read costs itself alone, and of a name that comes twice the first counts", () => {
    const field = { name: "a", type: 5, description: {} };
    const dimensions = [field, null, {}, { name: "" }, "b", { name: "a", type: "string" }, { name: "c", type: "time" }];
    const cubes = [{}, null, { name: "" }, { name: "C", dimensions, measures: "none" }, { name: "C" }, { name: 5 }];
    expect(metadataSchema.parse({ domain: 5, cubes })).toEqual({
      cubes: [{ name: "C", measures: [], dimensions: [{ name: "a" }, { name: "c", type: "time" }] }],
    });
  });

  test.each([{}, { cubes: null }, { cubes: {} }])("is empty without a list of cubes: %j", (body) => {
    expect(metadataSchema.parse(body).cubes).toEqual([]);
  });

  test.each([[[]], ["cubes"], [null]])("is refused where it is no object: %j", (body) => {
    expect(metadataSchema.safeParse(body).success).toBe(false);
  });
});

describe("a problem", () => {
  const least = { code: 20001, message: "No", httpStatusCode: 400, source: "twilio" };

  test("has a code, a message, a status and a source, and may have more", () => {
    expect(problemSchema.parse(least)).toEqual(least);
    const whole = { ...least, userError: true, params: { field: "a" }, retryAfter: 0 };
    expect(problemSchema.parse(whole)).toEqual(whole);
  });

  test.each([{ source: "other" }, { source: undefined }, { retryAfter: -1 }, { code: "1" }, { message: undefined }])(
    "is refused with %j",
    (wrong) => {
      expect(problemSchema.safeParse({ ...least, ...wrong }).success).toBe(false);
    },
  );

  test("of Earshot's own has a code above Twilio's, and no two are the same", () => {
    const codes = Object.values(earshotCodes);
    expect(Math.min(...codes)).toBeGreaterThanOrEqual(90_000);
    expect(new Set(codes).size).toBe(codes.length);
  });
});

describe("the account", () => {
  test("may name some of the roles' fields", () => {
    const body = { mode: "sample", account: "…0001", fields: { id: "Id" }, version: "1" };
    expect(accountSchema.parse(body)).toEqual({ ...body, chosen: {}, refused: [], grains: [], known: 0 });
    expect(accountSchema.parse({ ...body, fields: {} }).fields).toEqual({});
  });

  test("drops what it does not know, so that nothing more reaches the screen", () => {
    const body = { mode: "twilio", account: "…1", fields: {}, version: "1", apiSecret: "x" };
    expect(accountSchema.parse(body)).not.toHaveProperty("apiSecret");
    expect(accountSchema.safeParse({ ...body, fields: { colour: "x" } }).success).toBe(false);
  });
});

describe("metadata without the fields that are refused", () => {
  test("has all the others, and is the same where none is", () => {
    const cubes = [{ name: "C", measures: [{ name: "N" }, { name: "M" }], dimensions: [{ name: "A" }, { name: "B" }] }];
    expect(withoutRefused({ cubes }, ["A", "M", "Z"]).cubes).toEqual([
      { name: "C", measures: [{ name: "N" }], dimensions: [{ name: "B" }] },
    ]);
    const given = { cubes };
    expect(withoutRefused(given, [])).toBe(given);
  });
});
