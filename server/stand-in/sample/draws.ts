import { channels, languages } from "./sets.ts";

type Weights<Key extends string> = Readonly<Record<Key, number>>;

/** A CASE that gives each place its share of a draw between 0 and 1. */
function share<Key extends string>(draw: string, order: readonly Key[], weights: Weights<Key>): string {
  const total = order.reduce((sum, key) => sum + weights[key], 0);
  let until = 0;
  const cases = order.map((key, place) => {
    until += weights[key];
    return `WHEN ${draw} < ${(until / total).toFixed(6)} THEN ${place}`;
  });
  return `CASE ${cases.join(" ")} ELSE ${order.length - 1} END`;
}

const dayChannels = { api: 4, chat: 21, email: 11, rcs: 5, sms: 14, voice: 28, whatsapp: 17 };
/** At night and at the weekend hardly anyone answers the phone. */
const quietChannels = { api: 8, chat: 25, email: 13, rcs: 6, sms: 17, voice: 9, whatsapp: 22 };
const languageShares = { ar: 5, de: 9, en: 42, es: 16, fr: 6, hi: 4, ja: 5, pt: 7, ru: 3, zh: 3 };

const quiet = "(weekend OR hour_of_day < 6 OR hour_of_day > 20)";

function channelSql(what: string): string {
  return `CASE WHEN ${quiet} THEN ${share(`draw(n, '${what}')`, channels, quietChannels)}
    ELSE ${share(`draw(n, '${what}')`, channels, dayChannels)} END`;
}

/** Typical wait in seconds by channel, before chance, the hour and an AI's speed. */
const wait = "CASE channel WHEN 5 THEN 95 WHEN 2 THEN 900 WHEN 1 THEN 45 WHEN 0 THEN 2 ELSE 120 END";
const duration = "CASE channel WHEN 5 THEN 260 WHEN 2 THEN 5200 WHEN 0 THEN 20 ELSE 780 END";
/** The chance that a person, not an AI, answers. */
const human = "CASE channel WHEN 5 THEN 0.62 WHEN 2 THEN 0.8 WHEN 0 THEN 0.05 ELSE 0.42 END";

/** Seconds from a conversation's last event to the results of the operators. */
export const resultDelay = "(60 + n % 540)";

/**
 * Adds to each conversation what chance decides first: channels, languages, who answers, how long it all takes.
 *
 * @param slots the SQL of the conversations' numbers and times
 */
export function drawsSql(slots: string): string {
  return `
    SELECT * EXCLUDE (wait, duration), least(wait, age) AS wait, least(duration, age) AS duration,
      age >= duration + ${resultDelay} AS analysed
    FROM (SELECT *,
      round(${wait} * CASE WHEN by_human THEN 1 ELSE 0.03 END * CASE WHEN hour_of_day BETWEEN 9 AND 12 THEN 1.5 ELSE 1 END
        * -ln(1 - draw(n, 'wait')))::INTEGER AS wait,
      greatest(3, round(${duration} * -ln(1 - draw(n, 'duration')) * CASE WHEN escalated THEN 1.6 ELSE 1 END))::INTEGER AS duration,
      (2 + floor(-ln(1 - draw(n, 'messages')) * CASE WHEN escalated THEN 16 ELSE 9 END))::INTEGER AS messages
    FROM (
      SELECT *, draw(n, 'human') < ${human} AS by_human, NOT by_human AND draw(n, 'escalated') < 0.14 AS escalated,
        CASE WHEN draw(n, 'two channels') < 0.07 THEN channel_b ELSE channel END AS channel2,
        CASE WHEN draw(n, 'two languages') < 0.05 THEN language_b ELSE language END AS language2,
        draw(n, 'silent') < 0.008 AS silent, (newest - created) // 1000000 AS age
      FROM (
        SELECT *, ${channelSql("channel")} AS channel, ${channelSql("channel b")} AS channel_b,
          ${share("draw(n, 'language')", languages, languageShares)} AS language,
          ${share("draw(n, 'language b')", languages, languageShares)} AS language_b
        FROM (${slots}))))`;
}
