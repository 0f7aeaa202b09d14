import type { Participant } from "../../contract/detail.ts";
import { valueKey, valueLabel } from "../format/values.ts";
import { t } from "../words/words.ts";
import type { Author } from "./lines.ts";

export type SpeakerKind = "customer" | "agent" | "ai" | "unknown";

/** Who said something, as the screen names them. */
export type Speaker = { name: string; role: string | undefined; kind: SpeakerKind };

const kinds: Record<string, SpeakerKind> = {
  customer: "customer",
  human_agent: "agent",
  agent: "agent",
  ai_agent: "ai",
};

export function speakerKind(type: string | undefined): SpeakerKind {
  const key = valueKey(type ?? "");
  return (Object.hasOwn(kinds, key) && kinds[key]) || "unknown";
}

/** The word for a type of participant; one that Twilio adds later in its own words. */
export function participantTypeLabel(type: string | undefined): string | undefined {
  switch (valueKey(type ?? "")) {
    case "":
    case "unknown":
      return undefined;
    case "customer":
      return t("detail.roles.customer");
    case "human_agent":
      return t("detail.roles.human");
    case "agent":
      return t("detail.roles.agent");
    case "ai_agent":
      return t("detail.roles.ai");
    default:
      return valueLabel(type ?? "");
  }
}

/** Names the author of a line: by its id, else by its address, else as unknown. */
export function speakerOf(author: Author, participants: readonly Participant[]): Speaker {
  const { participantId, address } = author;
  const found =
    participants.find(({ id }) => id !== undefined && id === participantId) ??
    participants.find(({ addresses }) => address !== undefined && addresses.some((own) => own.address === address));
  const role = participantTypeLabel(found?.type);
  const name = found?.name || role || address || t("detail.unknownSpeaker");
  return { name, role: name === role ? undefined : role, kind: speakerKind(found?.type) };
}
