import { valueKey } from "../format/values.ts";
import type { Population } from "./breakdown.ts";
import { breakDown, type CubeGroup } from "./cube.ts";

/** One channel and how its conversations feel. */
export type CrossingRow = {
  /** The channel without regard to case; "" for conversations without one. */
  key: string;
  spellings: readonly string[];
  /** The channel's conversations, each once. */
  total: number;
  /** By sentiment key; "" for those without one. */
  counts: ReadonlyMap<string, number>;
};

/** The conversations of a view by channel and sentiment. */
export type Crossing = {
  population: Population;
  /** The channel with the most conversations first. */
  rows: readonly CrossingRow[];
  /** Each sentiment with every spelling of it, "" among them when some conversations have none. */
  sentiments: ReadonlyMap<string, readonly string[]>;
  overlap: { channel: boolean; sentiment: boolean };
};

/** Counts each pair of a channel and a sentiment that a conversation has. */
function countPairs(groups: readonly CubeGroup[]): Map<string, Map<string, number>> {
  const pairs = new Map<string, Map<string, number>>();
  const orNone = (members: readonly string[]) => (members.length > 0 ? new Set(members.map(valueKey)) : [""]);
  for (const { count, members } of groups) {
    for (const channel of orNone(members.channel)) {
      const counts = pairs.get(channel) ?? new Map<string, number>();
      for (const sentiment of orNone(members.sentiment)) counts.set(sentiment, (counts.get(sentiment) ?? 0) + count);
      pairs.set(channel, counts);
    }
  }
  return pairs;
}

function sumOf(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

/**
 * Crosses channels with sentiments.
 *
 * @param pairs groups that say which sentiments go with which channels. They may leave conversations without a
 * sentiment out, as those of a sentiment that holds under a condition do.
 * @param byChannel groups that hold every conversation of each channel; the same ones where the cube adds up.
 * @param count how many conversations there are, each once.
 */
export function crossChannels(pairs: readonly CubeGroup[], byChannel: readonly CubeGroup[], count: number): Crossing {
  const counted = countPairs(pairs);
  const channels = breakDown("channel", byChannel);
  const feelings = breakDown("sentiment", pairs);
  const none = { key: "", spellings: [], count: channels.notSet };
  const rows = [...channels.entries, ...(none.count > 0 ? [none] : [])].map(({ key, spellings, count: total }) => {
    const counts = new Map(counted.get(key));
    const rest = total - sumOf(counts);
    if (rest > 0) counts.set("", (counts.get("") ?? 0) + rest);
    return { key, spellings, total, counts };
  });
  const sentiments = new Map(feelings.entries.map(({ key, spellings }) => [key, spellings]));
  if (rows.some(({ counts }) => (counts.get("") ?? 0) > 0)) sentiments.set("", []);
  return {
    population: { kind: "all", count },
    rows,
    sentiments,
    overlap: {
      channel: rows.reduce((sum, { total }) => sum + total, 0) > count,
      sentiment: rows.some(({ counts, total }) => sumOf(counts) > total),
    },
  };
}
