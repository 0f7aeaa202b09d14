import { newTtid } from "../sample/ttid.ts";
import { SeededRandom } from "./chance.ts";
import type { Role } from "./participants.ts";
import type { ConversationRow } from "./row.ts";
import { writeScript } from "./script.ts";

/** A line of the transcript. Times are microseconds since 1970; `from` and `to` bound what was said or typed. */
export type Line = { id: string; role: Role; text: string; channel: string; from: number; to: number };

/** How long it takes to say a line, in seconds: as a share of the conversation it becomes its length. */
function weight(text: string, goesOn: boolean, chance: SeededRandom): number {
  return (goesOn ? 0.2 : 1 + 2 * chance.next()) + text.length / 15;
}

/** Where each line begins, from 0 to below 1 of the conversation, and 1 at the end. */
function begins(row: ConversationRow, script: ReturnType<typeof writeScript>, chance: SeededRandom): number[] {
  const weights = script.map(({ text, goesOn }) => weight(text, goesOn, chance));
  const answered = script.findIndex(({ role }) => role !== "CUSTOMER");
  const waited = Math.min(0.7, row.wait / Math.max(1, row.duration));
  const sum = (from: number, to: number) => weights.slice(from, to).reduce((all, one) => all + one, 0);
  const before = Math.max(1e-9, sum(0, answered));
  const after = Math.max(1e-9, sum(Math.max(0, answered), weights.length));
  let place = 0;
  const starts = script.map((_, i) => {
    if (i === answered) place = waited;
    const start = place;
    const waiting = answered < 0 || i < answered;
    place += ((weights[i] ?? 0) / (waiting ? before : after)) * (waiting ? (answered < 0 ? 1 : waited) : 1 - waited);
    return start;
  });
  return [...starts, 1];
}

/**
 * The transcript of a conversation, made anew each time: as many lines as the row counts, between the row's first and
 * last moment, the first answer after the row's wait, each line on one of the row's channels.
 */
export function linesOf(row: ConversationRow): Line[] {
  const chance = new SeededRandom(`lines ${row.id}`);
  const script = writeScript(row);
  const starts = begins(row, script, chance);
  const moment = (share: number) => row.created + Math.floor(Math.min(1, share) * row.duration * 1_000_000);
  return script.map(({ role, text }, i) => {
    const from = moment(starts[i] ?? 1);
    const to = Math.max(from, Math.min(moment(starts[i + 1] ?? 1), from + text.length * 70_000));
    const channel = row.channels[Math.floor((i * row.channels.length) / script.length)] ?? "chat";
    return { id: newTtid("conv_communication", from / 1000, (n) => chance.below(n)), role, text, channel, from, to };
  });
}
