import { type DuckDBConnection, INTEGER, LIST, listValue, VARCHAR } from "@duckdb/node-api";
import { aiAgents, awkwardNames, awkwardPeople, humanAgents, people } from "./people.ts";
import { channelSets, channels, languageSets, languages } from "./sets.ts";
import { topicRows } from "./topics.ts";

async function fill(
  connection: DuckDBConnection,
  table: string,
  numbers: Readonly<Record<string, readonly number[]>>,
  texts: Readonly<Record<string, readonly string[]>> = {},
): Promise<void> {
  const columns = [...Object.keys(numbers), ...Object.keys(texts)];
  const selected = columns.map((column, i) => `unnest($${i + 1}) AS ${column}`).join(", ");
  const values = [...Object.values(numbers), ...Object.values(texts)].map((list) => listValue(list));
  const types = [...Object.keys(numbers).map(() => LIST(INTEGER)), ...Object.keys(texts).map(() => LIST(VARCHAR))];
  await connection.run(`CREATE TABLE ${table} AS SELECT ${selected}`, values, types);
}

/** The members of each combination: one row for each, so that a join takes a combination apart. */
function memberRows(sets: readonly (readonly string[])[], members: readonly string[]) {
  const rows = sets.flatMap((set, code) => set.map((one) => ({ code, member: members.indexOf(one) })));
  return { combination: rows.map((row) => row.code), member: rows.map((row) => row.member) };
}

function singleCode(sets: readonly (readonly string[])[], first: string, second: string): number {
  return sets.findIndex(
    (set) =>
      set.length <= 2 && set.includes(first) && set.includes(second) && set.length === new Set([first, second]).size,
  );
}

function pairRows(sets: readonly (readonly string[])[], members: readonly string[]) {
  const pairs = members.flatMap((_, a) => members.map((_, b) => [a, b] as const));
  return {
    a: pairs.map(([a]) => a),
    b: pairs.map(([, b]) => b),
    code: pairs.map(([a, b]) => singleCode(sets, members[a] ?? "", members[b] ?? "")),
  };
}

function textRows(values: readonly string[]) {
  return [{ place: values.map((_, i) => i) }, { text: values }] as const;
}

/** Makes the small tables that generating and joining look things up in. */
export async function createLookups(connection: DuckDBConnection): Promise<void> {
  const persons = people();
  const topics = topicRows();
  const place = (rows: readonly { language: number; place: number }[]) => ({
    language: rows.map((row) => row.language),
    place: rows.map((row) => row.place),
  });
  await fill(connection, "person", place(persons), { text: persons.map((row) => row.name) });
  await fill(connection, "topic", place(topics), { text: topics.map((row) => row.topic) });
  await fill(connection, "human_agent", ...textRows(humanAgents));
  await fill(connection, "ai_agent", ...textRows(aiAgents));
  await fill(connection, "awkward_name", ...textRows(awkwardNames));
  await fill(connection, "awkward_person", ...textRows(awkwardPeople));
  await fill(connection, "channel_pair", pairRows(channelSets, channels));
  await fill(connection, "language_pair", pairRows(languageSets, languages));
  await fill(connection, "channel_member", memberRows(channelSets, channels));
  await fill(connection, "language_member", memberRows(languageSets, languages));
}
