import { findFields } from "../../contract/fields.ts";
import { metadataSchema } from "../../contract/metadata.ts";
import type { QueryDefinition } from "../../contract/query.ts";
import type { CatalogueName } from "../../server/stand-in/options.ts";
import { startStandIn } from "../../server/stand-in/start.ts";
import { type Client, clientOf } from "./client.ts";
import { median, megabytes } from "./timing.ts";

/** The queries of the dashboard's screen, whatever the fields are called. */
async function queriesOf(client: Client): Promise<Record<"list" | "sorted" | "cube" | "trend", QueryDefinition>> {
  const { roles } = findFields(metadataSchema.parse(await client.metadata()));
  const name = (role: { field: string } | undefined) => role?.field ?? "";
  const facets = [roles.channel, roles.language, roles.sentiment, roles.status].map(name);
  const condition = roles.sentiment?.condition;
  const filters = condition ? [{ expressions: [{ op: "EQ" as const, ...condition }] }] : [];
  const list = { dimensions: [name(roles.id), roles.time?.shown ?? "", ...facets], filters };
  const measures = [name(roles.count)];
  return {
    list,
    sorted: { ...list, orderBy: [{ field: name(roles.status), direction: "DESC" }] },
    cube: { dimensions: facets, measures, filters },
    trend: { dimensions: [roles.time?.grains.day ?? "", name(roles.sentiment)], measures, filters },
  };
}

/** The number of the deep page: 1,000 where there are so many, half of the pages where there are not. */
async function measureDeep(client: Client, list: QueryDefinition, conversations: number) {
  const deepPage = Math.min(1000, conversations / 200);
  let before = await client.first(list, 100);
  for (let i = 2; i < deepPage; i++) before = await client.next(before);
  return { deepPage, deep: await median(() => client.next(before)) };
}

/** Starts an account and measures what it costs to ask it. */
export async function measure(conversations: number, catalogue: CatalogueName): Promise<Record<string, number>> {
  const begin = performance.now();
  const standIn = await startStandIn({ conversations, catalogue });
  const ready = Math.round(performance.now() - begin);
  const readyMemory = megabytes();
  const client = clientOf(standIn);
  const { list, sorted, cube, trend } = await queriesOf(client);
  const measured = {
    ready,
    readyMemory,
    firstPage: await median(() => client.first(list, 100)),
    ...(await measureDeep(client, list, conversations)),
    sorted: await median(() => client.first(sorted, 100)),
    cube: await median(() => client.all(cube)),
    cubeRows: await client.all(cube),
    trend: await median(() => client.all(trend)),
    endMemory: megabytes(),
  };
  await standIn.close();
  return measured;
}
