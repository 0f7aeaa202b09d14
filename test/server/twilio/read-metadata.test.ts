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

const measure = { name: "C.Count", type: "number" };
const dimension = { name: "C.Id", type: "string" };
const cube = { name: "C", measures: [measure], dimensions: [dimension] };

test.each<[what: string, body: unknown]>([
  ["as documented", { cubes: [cube] }],
  ["as items with a meta", { items: [cube], meta: { key: "items" } }],
  ["in another object", { data: { cubes: [cube] } }],
  ["as a list alone", [cube]],
  [
    "by their names",
    { cubes: { C: { measures: { "C.Count": { type: "number" } }, dimensions: { "C.Id": { type: "string" } } } } },
  ],
  ["without cubes", { measures: [measure], dimensions: [dimension] }],
  [
    "in one list, each with its kind",
    {
      cubes: [
        {
          name: "C",
          fields: [
            { ...measure, kind: "MEASURE" },
            { ...dimension, kind: "dimension" },
          ],
        },
      ],
    },
  ],
  ["in cubes within a cube", { cubes: [{ name: "All", cubes: [cube] }] }],
  [
    "with names under another key",
    { cubes: [{ id: "C", measures: [{ field: "C.Count" }], dimensions: [{ field: "C.Id" }] }] },
  ],
  [
    "with keys that begin with a capital",
    { Cubes: [{ Name: "C", Measures: [{ Name: "C.Count" }], Dimensions: [{ Name: "C.Id", Type: "string" }] }] },
  ],
  ["as names alone", { cubes: [{ name: "C", measures: ["C.Count"], dimensions: ["C.Id"] }] }],
])("fields that are listed %s are found, by the browser, too", async (_, body) => {
  const { upstream, proxy } = await setUp();
  upstream.reply(json(body));
  const { cubes } = metadataSchema.parse(await (await fetch(`${proxy.url}/api/metadata`)).json());
  expect(cubes).toMatchObject([{ measures: [{ name: "C.Count" }], dimensions: [{ name: "C.Id" }] }]);
});
