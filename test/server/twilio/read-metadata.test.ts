import { expect, test } from "vitest";
import { metadataSchema } from "../../../contract/metadata.ts";
import { earshotCodes } from "../../../contract/problem.ts";
import { json } from "../../support/servers/replies.ts";
import { problemOf, setUp } from "../setup.ts";

test("an error that came with a status of 200 is no account without fields", async () => {
  const { upstream, proxy } = await setUp();
  upstream.reply(json({ error: "Continue wait" }), json({ code: 20403, message: "No access", httpStatusCode: 403 }));
  expect((await problemOf(await fetch(`${proxy.url}/api/metadata`))).code).toBe(earshotCodes.upstreamTimeout);
  expect(await problemOf(await fetch(`${proxy.url}/api/metadata`))).toMatchObject({ code: 20403, httpStatusCode: 403 });
});

test.each([{}, { cubes: null }, { cubes: [] }])("metadata may be empty: %j", async (body) => {
  const { upstream, proxy } = await setUp();
  upstream.reply(json(body));
  expect(metadataSchema.parse(await (await fetch(`${proxy.url}/api/metadata`)).json()).cubes).toEqual([]);
});
