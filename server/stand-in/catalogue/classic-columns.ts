import { resultDelay } from "../sample/draws.ts";
import { adherences, operatorIds, operators, sentiments } from "../sample/sets.ts";

/** A list of the words of our own tables, to look a code up in. */
function lookedUp(words: readonly string[], code: string): string {
  return `[${words.map((word) => `'${word}'`).join(", ")}][${code} + 1]`;
}

const suffix = "substr(c.id, 19, 25)";

export const participantId = `'conv_participant_' || ${suffix} || pa.role`;
export const resultId = `'intelligence_operatorresult_' || ${suffix} || re.operator`;

/** One profile for each customer, over all the customer's conversations. */
export const profileId = `CASE WHEN pa.role = 1 THEN 'mem_profile_0'
  || lower(to_base((hash(c.customer) >> 4)::BIGINT, 36, 13) || to_base((hash(c.customer, 1) >> 4)::BIGINT, 36, 12)) END`;

export const operatorId = lookedUp(
  operators.map((name) => operatorIds[name]),
  "re.operator",
);

/**
 * Labels of the two operators that classify; the summary is a text of its own in each conversation; what was extracted
 * is no single value.
 */
export const resultValue = `CASE re.operator
  WHEN 0 THEN ${lookedUp(adherences, "c.adherence")}
  WHEN 1 THEN ${lookedUp(sentiments, "c.sentiment")}
  WHEN 2 THEN c.name || ': ' || c.customer || ' talked with ' || c.agent || '; ' || c.messages || ' messages.' END`;

/** Operators run minutes after the conversation's last event. */
export const resultTime = `(c.created + (c.duration + ${resultDelay}) * 1000000)`;
