import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findFields } from "../../../contract/fields.ts";
import { metadataSchema } from "../../../contract/metadata.ts";
import { catalogueNames } from "../../../server/stand-in/options.ts";
import { type Asked, ask, metadataPath, now, queryPath } from "./support.ts";

let asked: Asked;
beforeAll(async () => {
  asked = await ask({ conversations: 120, now });
});
afterAll(() => asked.standIn.close());

const example = { query: { dimensions: ["Id", "Languages", "Channels", "OperatorResult.Value"] } };

async function errorOf(response: Response) {
  return { status: response.status, body: await response.json() };
}

describe("the surface", () => {
  it("answers the reference's example query with rows of the example's shape", async () => {
    const page = await asked.first(example, 5);
    expect(page.domain).toBe("Insights");
    expect(page.meta).toMatchObject({ key: "items", pageSize: 5, nextToken: expect.any(String) });
    expect(page.meta).not.toHaveProperty("previousToken");
    for (const row of page.items) {
      expect(Object.keys(row)).toEqual(["Id", "Languages", "Channels", "OperatorResult.Value"]);
      expect(row.Id).toMatch(/^conv_conversation_[0-7][0-9a-z]{25}$/);
      expect(row.Channels).toEqual(expect.arrayContaining([expect.stringMatching(/^[a-z]+$/)]));
      expect(row.Languages).toBeInstanceOf(Array);
    }
  });

  it("gives 50 rows when no page size is asked for, and takes none from the body", async () => {
    const { body } = await asked.post({ ...example, pageSize: 7 });
    expect(body).toMatchObject({ meta: { pageSize: 50 } });
  });

  it("answers 401 in Twilio's words without the right credentials", async () => {
    const { apiKey } = asked.standIn;
    for (const login of [undefined, "Basic", `Basic ${btoa(`${apiKey}:wrong`)}`, `Bearer ${apiKey}`]) {
      const response = await fetch(
        asked.standIn.url + metadataPath,
        login ? { headers: { authorization: login } } : {},
      );
      expect(await errorOf(response)).toMatchObject({
        status: 401,
        body: { code: 20003, message: "Authenticate", httpStatusCode: 401, userError: true },
      });
    }
  });

  it("answers 404 for what it does not have and 405 for a method that a path does not have", async () => {
    expect(await errorOf(await asked.send("/v3/Nothing"))).toMatchObject({
      status: 404,
      body: { code: 20404, message: expect.stringContaining("/v3/Nothing"), httpStatusCode: 404 },
    });
    expect(await errorOf(await asked.send(queryPath, { method: "DELETE" }))).toMatchObject({ status: 405 });
    expect(await errorOf(await asked.send(metadataPath, { method: "PUT" }))).toMatchObject({ status: 405 });
  });

  it("takes JSON only", async () => {
    const form = { "content-type": "application/x-www-form-urlencoded" };
    const response = await asked.send(queryPath, { method: "POST", body: "a=1", headers: form });
    expect(await errorOf(response)).toMatchObject({ status: 415, body: { code: 20422, httpStatusCode: 415 } });
    const json = { "content-type": "application/json; charset=utf-8" };
    const good = await asked.send(queryPath, { method: "POST", body: JSON.stringify(example), headers: json });
    expect(good.status).toBe(200);
  });

  it("refuses a body that is too large", async () => {
    const response = await asked.send(queryPath, {
      method: "POST",
      body: JSON.stringify({ a: "x".repeat(1_100_000) }),
    });
    expect(response.status).toBe(413);
  });

  it("gives each account its own credentials", async () => {
    const other = await ask({ conversations: 1, now });
    expect(other.standIn.apiKey).toMatch(/^SK[0-9a-f]{32}$/);
    expect(other.standIn.accountSid).toMatch(/^AC[0-9a-f]{32}$/);
    expect(other.standIn.apiSecret).not.toBe(asked.standIn.apiSecret);
    await other.standIn.close();
    await other.standIn.close();
    await expect(fetch(other.standIn.url)).rejects.toThrow();
  });
});

describe("metadata", () => {
  it.each(catalogueNames)("of %s lets every part of the screen be found", async (catalogue) => {
    const other = await ask({ conversations: 1, now, catalogue });
    const metadata = metadataSchema.parse(await (await other.send(metadataPath)).json());
    const { missing, roles } = findFields(metadata);
    // A topic, and whether software serves: parts of the screen that only some accounts have.
    expect(missing.filter((role) => role !== "topic" && role !== "agentKind")).toEqual([]);
    expect(Object.keys(roles.time?.grains ?? {})).toEqual(["hour", "day", "week", "month"]);
    expect(roles.sentiment?.condition).toEqual(
      catalogue === "classic" ? { field: "OperatorResult.OperatorName", values: ["Sentiment"] } : undefined,
    );
    await other.standIn.close();
  });

  it.each(catalogueNames)("of %s lists only what can be selected", async (catalogue) => {
    const other = await ask({ conversations: 40, now, catalogue });
    const { cubes } = metadataSchema.parse(await (await other.send(metadataPath)).json());
    for (const cube of cubes) {
      const query = {
        measures: cube.measures.map((one) => one.name),
        dimensions: cube.dimensions.map((one) => one.name),
      };
      const rows = await other.rows(query);
      expect(rows.length).toBeGreaterThan(30);
      expect(Object.keys(rows[0] ?? {})).toEqual([...query.dimensions, ...query.measures]);
    }
    await other.standIn.close();
  });
});
