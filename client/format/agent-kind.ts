import { valueKey } from "./values.ts";

/** Whether software or a person serves. */
export type AgentKind = "ai" | "human";

const kinds = new Map<string, AgentKind>([
  ...["ai agent", "ai", "bot"].map((word) => [word, "ai"] as const),
  ...["human agent", "human", "agent"].map((word) => [word, "human"] as const),
]);

/** What a value says of an agent, in any spelling; undefined for a value of the account's own. */
export function asAgentKind(raw: string): AgentKind | undefined {
  return kinds.get(valueKey(raw).replace(/[\s_-]+/g, " "));
}
