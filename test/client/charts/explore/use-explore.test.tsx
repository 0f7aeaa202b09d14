import { renderHook, waitFor } from "@testing-library/react";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Explored, exploreFields } from "../../../../client/charts/explore/explore.ts";
import { isSplit, type Split } from "../../../../client/charts/explore/split/split.ts";
import { useExplore } from "../../../../client/charts/explore/use-explore.ts";
import { defaultView, nothingChosen, type View } from "../../../../client/view/view.ts";
import { loadLanguage } from "../../../../client/words/words.ts";
import { type FieldRoles, findFields } from "../../../../contract/fields.ts";
import { type Metadata, metadataSchema } from "../../../../contract/metadata.ts";
import { type RunningProxy, startSample } from "../../../support/servers/proxy.ts";
import { servePageFrom } from "../../insights/pages-base.ts";
import { queries, readyData } from "../../insights/queries.tsx";
import { chosenOf, type Told, tellAll } from "../../insights/recount.ts";

const zone = "Asia/Kathmandu";
const hour = 3_600_000;
// The recount knows hours of the zone, which begin at :15.
const end = Math.floor((Date.now() - hour / 4) / hour) * hour + hour / 4 - 2 * hour;
const pin = { id: 1, at: end, window: { from: end - 30 * 24 * hour, to: end } };

let proxy: RunningProxy;
let metadata: Metadata;
let fields: FieldRoles;
let told: Map<string, Told>;

beforeAll(async () => {
  proxy = await startSample({ conversations: 400 });
  servePageFrom(proxy.url);
  metadata = metadataSchema.parse(await (await fetch(`${proxy.url}/api/metadata`)).json());
  fields = findFields(metadata);
  told = await tellAll(proxy.url, fields, zone);
}, 60_000);

afterAll(async () => {
  servePageFrom(undefined);
  await proxy.close();
});

function exploreView(measure: string, dimension: string): View {
  return { ...defaultView(zone), explore: { measure, dimension } };
}

function exploring(initialProps: View) {
  const { wrapper } = queries();
  const use = (view: View) => useExplore(view, fields, pin, exploreFields(metadata, fields));
  return renderHook(use, { wrapper, initialProps });
}

/** What is there by one dimension. */
function single(state: ReturnType<typeof useExplore>): Explored {
  const data = readyData<Explored | Split>(state ?? { status: "loading" });
  if (isSplit(data)) throw new Error("It is split");
  return data;
}

function explore(measure: string, dimension: string) {
  return exploring(exploreView(measure, dimension)).result;
}

test("every measure can be charted by every dimension that is offered", async () => {
  const { measures, dimensions } = exploreFields(metadata, fields);
  expect(measures.length).toBe(new Set(metadata.cubes.flatMap((cube) => cube.measures.map(({ name }) => name))).size);
  expect(dimensions.map(({ name }) => name)).not.toContain(fields.roles.id?.field);
  for (const { name } of measures) {
    const result = explore(name, fields.roles.status?.field ?? "");
    await waitFor(() => readyData(result.current ?? { status: "loading" }), { timeout: 15_000 });
    expect(single(result.current).entries.length, name).toBeGreaterThan(0);
  }
}, 60_000);

test("no two measures are called the same, and neither are two dimensions", () => {
  const { measures, dimensions } = exploreFields(metadata, fields);
  for (const list of [measures, dimensions]) {
    const labels = list.map(({ label }) => label);
    expect(labels.filter((label, place) => labels.indexOf(label) !== place)).toEqual([]);
  }
  expect(measures.map(({ label }) => label)).toContain("Operator result count");
});

test("the fields of roles go by their words, in each language, and keep the account's name beside", async () => {
  const named = (given: FieldRoles) => {
    const { measures, dimensions } = exploreFields(metadata, given);
    return new Map([...measures, ...dimensions].map(({ name, label, own }) => [name, [label, own]]));
  };
  const name = fields.roles.sentiment?.field ?? "";
  expect(named(fields).get(name)).toEqual(["Sentiment", name]);
  expect(named(fields).get("Channels")).toEqual(["Channel", "Channels"]);
  expect(named(fields).get("DateCreated.day")).toEqual(["Created (day)", "DateCreated.day"]);
  expect(named(fields).get("Conversation.Count")?.[0]).toBe("Conversations");
  expect(named(fields).get("AgentName")).toEqual(["Agent", "AgentName"]);
  expect(named(fields).get("AgentType")).toEqual(["Agent type", "AgentType"]);
  expect(named(fields).get("Conversation.AverageDuration")?.[0]).toBe("Average duration (s)");
  await loadLanguage("es");
  expect(named(fields).get("Channels")?.[0]).toBe("Canal");
  expect(named(fields).get("AgentName")?.[0]).toBe("Agente");
  expect(named(fields).get("DateCreated.day")?.[0]).toBe("Creada (día)");
  await loadLanguage("en");
  // Charted are all values of the field, of which only some are sentiments.
  const condition = { field: "Name", values: ["Sentiment"] };
  const sentiment = { field: name, label: "", cube: "", how: "words", condition } as const;
  expect(named({ ...fields, roles: { ...fields.roles, sentiment } }).get(name)).toEqual(["Value", undefined]);
});

test("a count by day is what a plain recount counts", async () => {
  const result = explore(fields.roles.count?.field ?? "", fields.roles.time?.grains.day ?? "");
  await waitFor(() => readyData(result.current ?? { status: "loading" }), { timeout: 15_000 });
  const { entries, population } = single(result.current);
  const list = chosenOf(told, pin.window, nothingChosen);
  await waitFor(() => expect(readyData(result.current ?? { status: "loading" }).population?.count).toBe(list.length));
  expect(entries.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(list.length);
  expect(population === undefined || population.count === list.length).toBe(true);
});

test("its values stand there until those after a filter come, but not under another measure", async () => {
  const [count = "", status = ""] = [fields.roles.count?.field, fields.roles.status?.field];
  const other = exploreFields(metadata, fields).measures.find(({ name }) => name !== count)?.name ?? "";
  const { result, rerender } = exploring(exploreView(count, status));
  const now = () => result.current ?? { status: "loading" };
  await waitFor(() => expect(readyData(now()).population).toBeDefined(), { timeout: 15_000 });
  const before = single(now()).entries;
  rerender({ ...exploreView(count, status), chosen: { ...nothingChosen, channel: ["voice"] } });
  expect(now()).toMatchObject({ status: "ready", updating: true, data: { entries: before } });
  expect(now()).not.toHaveProperty("data.population");
  await waitFor(() => expect(now()).toMatchObject({ updating: false }), { timeout: 15_000 });
  expect(single(now()).entries).not.toEqual(before);
  rerender(exploreView(other, status));
  expect(now().status).toBe("loading");
});

test("a field that the account has not is told, and not asked for", () => {
  expect(explore("No.Such", fields.roles.status?.field ?? "").current).toEqual({
    status: "absent",
    reason: "This account has no field “No.Such”. Choose another one.",
  });
});
