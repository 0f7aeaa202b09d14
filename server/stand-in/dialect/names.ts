import type { Catalogue, Dimension, Measure } from "../catalogue/types.ts";
import { isCount, isPart, mapDimensions, mapMeasures, type Part, parts } from "./fields.ts";
import type { Dialect, Hooks } from "./types.ts";

/** A name without its last segment, and with it the dot: `Conversation.` of `Conversation.Count`. */
function qualifier(name: string): string {
  return name.slice(0, name.lastIndexOf(".") + 1);
}

function baseOf(dimension: Dimension): string {
  const grain = dimension.kind === "time" ? dimension.grain : undefined;
  return grain && dimension.name.endsWith(`.${grain}`) ? dimension.name.slice(0, -grain.length - 1) : dimension.name;
}

/** The fields that are a part of the conversation get another name; the grains of a time keep their suffix. */
function renamed(words: Partial<Record<Part, string>>): Hooks {
  return {
    catalogue: (catalogue) =>
      mapDimensions(catalogue, (one) => {
        const part = parts.find((name) => isPart(name, one));
        const word = part && words[part];
        const base = baseOf(one);
        return word ? { ...one, name: qualifier(base) + word + one.name.slice(base.length) } : one;
      }),
  };
}

/** The grains of every time get another name, from the name of the time and that of the grain. */
function grainsNamed(name: (base: string, grain: string) => string): Hooks {
  return {
    catalogue: (catalogue) =>
      mapDimensions(catalogue, (one) =>
        one.kind === "time" && one.grain ? { ...one, name: name(baseOf(one), one.grain) } : one,
      ),
  };
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** `created_date` of `CreatedDate`; dots stay. */
export function snake(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, "$1_$2").toLowerCase();
}

function everyName(change: (name: string) => string): Hooks {
  const field = <Field extends Dimension | Measure>(one: Field): Field => ({ ...one, name: change(one.name) });
  return { catalogue: (catalogue) => mapMeasures(mapDimensions(catalogue, field), field) };
}

/** Names that say nothing, and no descriptions. The cubes keep theirs. */
function opaque(catalogue: Catalogue): Catalogue {
  let dimensions = 0;
  let measures = 0;
  return mapMeasures(
    mapDimensions(catalogue, (one) => ({ ...one, name: `dim_${++dimensions}`, description: "" })),
    (one) => ({ ...one, name: `measure_${++measures}`, description: "" }),
  );
}

function opaqueGrains(catalogue: Catalogue): Catalogue {
  let buckets = 0;
  return mapDimensions(catalogue, (one) =>
    one.kind === "time" && one.grain
      ? { ...one, name: `${qualifier(baseOf(one))}bucket_${++buckets}`, description: "" }
      : one,
  );
}

/** What the account calls its fields, in metadata, queries and rows. */
export const names: readonly Dialect[] = [
  {
    name: "names-created-timestamp",
    does: "calls the conversation’s time `CreatedTimestamp`",
    hooks: renamed({ time: "CreatedTimestamp" }),
  },
  {
    name: "names-uuid",
    does: "calls the conversation’s id `ConversationUuid`",
    hooks: renamed({ id: "ConversationUuid" }),
  },
  {
    name: "names-list",
    does: "calls channels and languages `ChannelList` and `LanguageList`",
    hooks: renamed({ channel: "ChannelList", language: "LanguageList" }),
  },
  {
    name: "names-count-distinct",
    does: "calls the count `CountDistinctConversations`",
    hooks: {
      catalogue: (catalogue) =>
        mapMeasures(catalogue, (one) =>
          isCount(one) ? { ...one, name: `${qualifier(one.name)}CountDistinctConversations` } : one,
        ),
    },
  },
  {
    name: "names-sentiment-overall",
    does: "calls sentiment `SentimentOverall`",
    hooks: renamed({ sentiment: "SentimentOverall" }),
  },
  {
    name: "grains-joined",
    does: "names grains `CreatedDateDay`",
    hooks: grainsNamed((base, grain) => base + capital(grain)),
  },
  {
    name: "grains-snake",
    does: "names grains `created_date_day`",
    hooks: grainsNamed((base, grain) => `${qualifier(base)}${snake(base.slice(qualifier(base).length))}_${grain}`),
  },
  {
    name: "grains-capital",
    does: "names grains `CreatedDate.Day`",
    hooks: grainsNamed((base, grain) => `${base}.${capital(grain)}`),
  },
  {
    name: "grains-opaque",
    does: "names grains `bucket_1`, `bucket_2`, …, without descriptions",
    hooks: { catalogue: opaqueGrains },
  },
  {
    name: "names-snake",
    does: "names fields `conversation_summary.created_at`",
    hooks: everyName(snake),
  },
  {
    name: "names-lower",
    does: "names fields in lower case, run together: `createddate`",
    hooks: everyName((name) => name.toLowerCase()),
  },
  {
    name: "names-opaque",
    does: "names fields `dim_1`, `measure_1`, …, without descriptions: only types tell what they are",
    hooks: { catalogue: opaque },
  },
];
