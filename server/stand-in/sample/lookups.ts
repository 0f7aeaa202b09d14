import { type DuckDBConnection, INTEGER, LIST, listValue, VARCHAR } from "@duckdb/node-api";
import { aiAgents, awkwardNames, awkwardPeople, humanAgents, people } from "./people.ts";
import { channelSets, channels, languageSets, languages, operators } from "./sets.ts";
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

/** The code of the combination of two members, which may be the same one twice. */
function pairCode(sets: readonly (readonly string[])[], first: string, second: string): number {
  const wanted = new Set([first, second]);
  return sets.findIndex((set) => set.length === wanted.size && set.every((one) => wanted.has(one)));
}

function pairRows(sets: readonly (readonly string[])[], members: readonly string[]) {
  const pairs = members.flatMap((_, a) => members.map((_, b) => [a, b] as const));
  return {
    a: pairs.map(([a]) => a),
    b: pairs.map(([, b]) => b),
    code: pairs.map(([a, b]) => pairCode(sets, members[a] ?? "", members[b] ?? "")),
  };
}

function textRows(values: readonly string[]) {
  return [{ place: values.map((_, i) => i) }, { text: values }] as const;
}

/** Who takes part, by who answered: a conversation that an AI handed over has both kinds of agent. */
function participantRows() {
  const [ai, customer, human] = [0, 1, 2];
  const rows = [
    { agent_kind: 1, escalated: 0, roles: [customer, human] },
    { agent_kind: 0, escalated: 0, roles: [ai, customer] },
    { agent_kind: 0, escalated: 1, roles: [ai, customer, human] },
  ].flatMap(({ roles, ...who }) => roles.map((role) => ({ ...who, role })));
  return {
    agent_kind: rows.map((row) => row.agent_kind),
    escalated: rows.map((row) => row.escalated),
    role: rows.map((row) => row.role),
  };
}

/** Which operators gave a result, by a mask with one bit for each. */
function operatorRows() {
  const masks = Array.from({ length: 2 ** operators.length }, (_, mask) => mask);
  const rows = masks.flatMap((mask) =>
    operators.flatMap((_, operator) => ((mask >> operator) & 1 ? [{ mask, operator }] : [])),
  );
  return { mask: rows.map((row) => row.mask), operator: rows.map((row) => row.operator) };
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
  await fill(connection, "participant_role", participantRows());
  await fill(connection, "operator_mask", operatorRows());
}
