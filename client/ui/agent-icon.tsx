import type { ReactNode } from "react";
import type { AgentKind } from "../format/agent-kind.ts";
import { outline } from "./outline.tsx";

/** Tabler's robot and headset (MIT), each as one path in a square of 24. */
const paths: Record<AgentKind, string> = {
  ai: "M6 6a2 2 0 0 1 2 -2h8a2 2 0 0 1 2 2v4a2 2 0 0 1 -2 2h-8a2 2 0 0 1 -2 -2l0 -4M12 2v2M9 12v9M15 12v9M5 16l4 -2M15 14l4 2M9 18h6M10 8v.01M14 8v.01",
  human:
    "M4 14v-3a8 8 0 1 1 16 0v3M18 19c0 1.657 -2.686 3 -6 3M4 14a2 2 0 0 1 2 -2h1a2 2 0 0 1 2 2v3a2 2 0 0 1 -2 2h-1a2 2 0 0 1 -2 -2v-3M15 14a2 2 0 0 1 2 -2h1a2 2 0 0 1 2 2v3a2 2 0 0 1 -2 2h-1a2 2 0 0 1 -2 -2v-3",
};

const colors: Record<AgentKind, string> = { ai: "var(--speaker-ai)", human: "var(--speaker-agent)" };

/** Whether an agent is a person or software, by shape and colour; the word is in a title beside. */
export function agentIcon(kind: AgentKind): ReactNode {
  return outline(paths[kind], colors[kind]);
}
