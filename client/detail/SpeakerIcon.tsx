import { IconHeadset, IconHelp, IconRobot, IconUser } from "@tabler/icons-react";
import type { SpeakerKind } from "./speakers.ts";

const icons = { customer: IconUser, agent: IconHeadset, ai: IconRobot, unknown: IconHelp };

/** The kind of a speaker by shape; its word stands beside. */
export function SpeakerIcon({ kind }: { kind: SpeakerKind }) {
  const Icon = icons[kind];
  return <Icon size="0.875rem" stroke={1.75} aria-hidden="true" />;
}
