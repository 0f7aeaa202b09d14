import { BIGINT, type DuckDBConnection } from "@duckdb/node-api";
import { drawsSql } from "./draws.ts";
import { aiAgents, awkwardNames, awkwardPeople, humanAgents, peoplePerLanguage } from "./people.ts";
import { adherences, channels, sentiments, statuses } from "./sets.ts";
import { latestSql, slotsSql } from "./slots.ts";
import { topicsPerLanguage } from "./topics.ts";

export const days = 90;

function code(values: readonly string[], value: string): number {
  return values.indexOf(value);
}

/** Status: the freshest are mostly still going on, the old ones nearly all closed. */
const statusSql = `CASE
  WHEN age < 900 THEN CASE WHEN draw(n, 'status') < 0.85 THEN ${code(statuses, "active")} ELSE ${code(statuses, "inactive")} END
  WHEN age < 86400 THEN CASE WHEN draw(n, 'status') < 0.1 THEN ${code(statuses, "active")} WHEN draw(n, 'status') < 0.35 THEN ${code(statuses, "inactive")} ELSE ${code(statuses, "closed")} END
  WHEN draw(n, 'status') < 0.03 THEN ${code(statuses, "inactive")} ELSE ${code(statuses, "closed")} END`;

/** The mood, from 0 (bad) to 1 (good): voice and e-mail do worse, waiting costs, and languages differ a little. */
const moodSql = `greatest(0.0, least(1.0,
  draw(n, 'mood') + 0.16
  - CASE channel WHEN ${code(channels, "voice")} THEN 0.1 WHEN ${code(channels, "email")} THEN 0.14 WHEN ${code(channels, "chat")} THEN -0.06 ELSE 0 END
  - least(0.35, wait / 1800.0)
  - CASE WHEN language IN (1, 6) THEN 0.05 WHEN language IN (3, 7) THEN -0.05 ELSE 0 END))`;

/** Some conversations are too short to score, and API traffic often is. */
const sentimentSql = `CASE
  WHEN NOT analysed THEN NULL
  WHEN draw(n, 'scored') < CASE channel WHEN ${code(channels, "api")} THEN 0.4 ELSE 0.06 END THEN NULL
  WHEN draw(n, 'mixed') < 0.12 THEN ${code(sentiments, "mixed")}
  WHEN mood < 0.25 THEN ${code(sentiments, "negative")}
  WHEN mood < 0.6 THEN ${code(sentiments, "neutral")}
  ELSE ${code(sentiments, "positive")} END`;

const adherenceSql = `CASE
  WHEN NOT analysed OR (NOT by_human AND NOT escalated) THEN NULL
  WHEN draw(n, 'script') < 0.68 THEN ${code(adherences, "adherent")}
  WHEN draw(n, 'script') < 0.9 THEN ${code(adherences, "partially_adherent")}
  ELSE ${code(adherences, "not_adherent")} END`;

/** An id as Twilio forms them: time first, then chance. */
const idSql = `'conv_conversation_' || lower(to_base(created // 1000, 32, 10)
  || to_base((hash(n, 'id', 1) >> 24)::BIGINT, 32, 8) || to_base((hash(n, 'id', 2) >> 24)::BIGINT, 32, 8))`;

const nameSql = `coalesce(awkward_name.text, topic.text || ' #' || (10000 + pick(n, 'order', 90000)))`;

function rowsSql(from: string): string {
  return `
    SELECT n, ${idSql} AS id, created, ${nameSql} AS name,
      coalesce(awkward_person.text, person.text) AS customer,
      CASE WHEN by_human THEN human_agent.text ELSE ai_agent.text END AS agent,
      by_human::TINYINT AS agent_kind, escalated, analysed,
      channel_pair.code::TINYINT AS channels, CASE WHEN silent THEN 0 ELSE language_pair.code END::TINYINT AS languages,
      (${statusSql})::TINYINT AS status, (${sentimentSql})::TINYINT AS sentiment, (${adherenceSql})::TINYINT AS adherence,
      wait, duration, messages, (2 + escalated::INTEGER)::TINYINT AS participants,
      least(100, greatest(0, round(mood * 70 + draw(n, 'lead') * 40 - 5)))::SMALLINT AS lead_score
    FROM (SELECT *, ${moodSql} AS mood FROM (${from}))
    JOIN channel_pair ON channel_pair.a = channel AND channel_pair.b = channel2
    JOIN language_pair ON language_pair.a = language AND language_pair.b = language2
    JOIN person ON person.language = rows.language AND person.place = pick(n, 'person', ${peoplePerLanguage})
    JOIN topic ON topic.language = rows.language AND topic.place = pick(n, 'topic', ${topicsPerLanguage})
    JOIN human_agent ON human_agent.place = pick(n, 'agent', ${humanAgents.length})
    JOIN ai_agent ON ai_agent.place = pick(n, 'agent', ${aiAgents.length})
    LEFT JOIN awkward_name ON n % 89 = 7 AND awkward_name.place = n // 89 % ${awkwardNames.length}
    LEFT JOIN awkward_person ON n % 113 = 5 AND awkward_person.place = n // 113 % ${awkwardPeople.length}
    ORDER BY created DESC, id`.replace(`(${from}))`, `(${from})) AS rows`);
}

export type Span = { from: number; to: number };

/** The time of the account's data, in microseconds: up to now. */
export function spanUpTo(now: Date): Span {
  const to = now.getTime() * 1000;
  return { from: to - days * 86_400_000_000, to };
}

/**
 * Makes the conversations, newest first: the order in which they are mostly asked for, so that a page touches few
 * blocks of rows wherever it lies. Chance comes from a hash of the row's number and the seed, so the same seed and now
 * give the same rows.
 */
export async function generate(connection: DuckDBConnection, seed: number, count: number, span: Span): Promise<void> {
  await connection.run(
    `CREATE MACRO draw(n, what) AS (hash(n, what, ${Math.trunc(seed)}) >> 11)::DOUBLE / 9007199254740992.0`,
  );
  await connection.run("CREATE MACRO pick(n, what, how_many) AS floor(draw(n, what) * how_many)::INTEGER");
  await connection.run(
    `CREATE TABLE conversation AS ${rowsSql(drawsSql(slotsSql(days)))}`,
    [BigInt(span.from), BigInt(span.to), BigInt(count)],
    [BIGINT, BIGINT, BIGINT],
  );
}

/** Adds the conversations that come next after `count` of them, from the last minutes before now. */
export async function addLatest(connection: DuckDBConnection, count: number, many: number, now: Date): Promise<void> {
  await connection.run(
    `INSERT INTO conversation ${rowsSql(drawsSql(latestSql))}`,
    [BigInt(count), BigInt(now.getTime() * 1000), BigInt(many)],
    [BIGINT, BIGINT, BIGINT],
  );
}
