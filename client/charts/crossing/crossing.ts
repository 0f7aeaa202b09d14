import type { Told } from "../../api/told.ts";
import { valueKey } from "../../format/values.ts";
import type { Population } from "../../insights/breakdown.ts";
import { breakDown, type CubeGroup } from "../../insights/cube.ts";

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
  /** Conversations without a channel that the account does not split by sentiment, so that no row has them. */
  missing: number;
  /** Whether what is left over, `missing` and those under "", may have values of rows that could not be read. */
  restUnknown?: boolean;
  overlap: { channel: boolean; sentiment: boolean };
  told?: Told;
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

/** What channels are crossed with sentiments from. */
export type CrossingParts = {
  /** Groups that say which sentiments go with which channels. */
  pairs: readonly CubeGroup[];
  /** Groups that hold every conversation of each channel. */
  byChannel: readonly CubeGroup[];
  /** How many conversations there are, each once. */
  count: number;
  /**
   * Where `pairs` may leave conversations without a sentiment out and hold others twice: of each channel the
   * conversations that have one, each once; how many conversations have a channel; and whether rows of any of these could
   * not be read.
   */
  apart?: { withSentiment: readonly CubeGroup[]; withChannel: number; isLacking?: boolean };
};

/** By channel; "" for those without one. */
function countsOf(groups: readonly CubeGroup[]): Map<string, number> {
  const { entries, notSet } = breakDown("channel", groups);
  return new Map([...entries.map(({ key, count }) => [key, count] as const), ["", notSet]]);
}

/** Crosses channels with sentiments. */
export function crossChannels({ pairs, byChannel, count, apart }: CrossingParts): Crossing {
  const counted = countPairs(pairs);
  const channels = breakDown("channel", byChannel);
  const feelings = breakDown("sentiment", pairs);
  const having = apart && countsOf(apart.withSentiment);
  const restUnknown = apart?.isLacking === true;
  const none = { key: "", spellings: [], count: channels.notSet };
  const isSent = none.count > 0;
  let severalSentiments = false;
  const rows = [...channels.entries, ...(isSent ? [none] : [])].map(({ key, spellings, count: total }) => {
    const counts = new Map(counted.get(key));
    const rest = counts.get("") ?? 0;
    const parts = sumOf(counts) - rest;
    const known = having ? (having.get(key) ?? 0) : total - rest;
    // A row that could not be read makes any of them too low: it neither shows several sentiments nor that there is none.
    const felt = restUnknown ? Math.max(known, Math.min(parts, total)) : known;
    severalSentiments ||= parts > felt;
    counts.delete("");
    if (total > felt) counts.set("", total - felt);
    return { key, spellings, total, counts };
  });
  const sentiments = new Map(feelings.entries.map(({ key, spellings }) => [key, spellings]));
  if (rows.some(({ counts }) => counts.has(""))) sentiments.set("", []);
  const withChannel = apart ? apart.withChannel : count - none.count;
  return {
    population: { kind: "all", count },
    rows,
    sentiments,
    missing: isSent ? 0 : Math.max(0, count - withChannel),
    restUnknown,
    overlap: {
      channel: channels.entries.reduce((sum, entry) => sum + entry.count, 0) > withChannel,
      sentiment: severalSentiments,
    },
  };
}
