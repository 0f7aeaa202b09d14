import { SeededRandom } from "./chance.ts";
import { type ConversationRow, suffixOf } from "./row.ts";

export type Role = "AI_AGENT" | "CUSTOMER" | "HUMAN_AGENT";
type Address = { channel: string; address: string };
export type Person = { id: string; name: string | null; type: Role; profileId?: string; addresses: Address[] };

/** The place of a role in an id; the `classic` catalogue forms the same ids. */
const places: Record<Role, number> = { AI_AGENT: 0, CUSTOMER: 1, HUMAN_AGENT: 2 };

/** Numbers that are kept free for stories; none of them rings anywhere. */
const areas = ["202", "303", "415", "512", "617", "702"] as const;
const twilioNumber = "+12025550100";

function addressOf(channel: string, phone: string, name: string): string {
  if (channel === "whatsapp") return `whatsapp:${phone}`;
  if (channel === "chat") return `web-${name}`;
  if (channel === "email") return `${name}@example.com`;
  return channel === "api" ? `api-${name}` : phone;
}

function roles(row: ConversationRow): Role[] {
  if (row.byHuman) return ["CUSTOMER", "HUMAN_AGENT"];
  return row.escalated ? ["AI_AGENT", "CUSTOMER", "HUMAN_AGENT"] : ["AI_AGENT", "CUSTOMER"];
}

/**
 * Who takes part. The human agent sits behind the account's own number, as Twilio types that number HUMAN_AGENT by
 * itself; in some conversations nothing but the number is known of the agent.
 */
export function participantsOf(row: ConversationRow): Person[] {
  const chance = new SeededRandom(`people ${row.profileId}`);
  const phone = `+1${chance.pick(areas, "202")}55501${String(10 + chance.below(89))}`;
  const customer = row.profileId.slice(-8);
  const unnamed = new SeededRandom(`agent ${row.id}`).percent(12);
  return roles(row).map((type) => {
    const addresses = row.channels.map((channel) => ({
      channel: channel.toUpperCase(),
      address:
        type === "CUSTOMER"
          ? addressOf(channel, phone, customer)
          : addressOf(channel, twilioNumber, type.toLowerCase()),
    }));
    const name = type === "CUSTOMER" ? row.customer : type === "HUMAN_AGENT" && unnamed ? null : agentName(row, type);
    const id = `conv_participant_${suffixOf(row.id)}${places[type]}`;
    return { id, name, type, addresses, ...(type === "CUSTOMER" && { profileId: row.profileId }) };
  });
}

/** The row names the one who answered; a colleague who took over from an AI has no name there. */
function agentName(row: ConversationRow, type: Role): string | null {
  return row.byHuman || type === "AI_AGENT" ? row.agent : null;
}
