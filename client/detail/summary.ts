import type { ResultGroup } from "./operator-results.ts";
import { payloadOf } from "./payload.ts";

/** How an operator that sums up is called, and how the text is called in what another gives. */
const summaryWords =
  /\bsummar(y|ies|i[sz](e|er|ation))\b|\b(resumen|résumé|resumo|riassunto)\b|zusammenfassung|要約|摘要|概要|总结|ملخص/i;

function textOf({ operator, newest }: ResultGroup): string | undefined {
  const payload = payloadOf(newest.result);
  if (payload.kind === "text") return summaryWords.test(operator) ? payload.text : undefined;
  if (payload.kind !== "fields") return undefined;
  const field = payload.fields.find(([name, value]) => summaryWords.test(name) && typeof value === "string");
  return field && String(field[1]);
}

/** What the conversation was about in a few sentences, and which operator says so. */
export type Summary = { text: string; key: string };

/** The summary that an operator wrote: known by its name, or by the name of a text in what it gives. */
export function summaryOf(groups: readonly ResultGroup[]): Summary | undefined {
  for (const group of groups) {
    const text = textOf(group)?.trim();
    if (text) return { text, key: group.key };
  }
  return undefined;
}
