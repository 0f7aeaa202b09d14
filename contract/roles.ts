/** The roles that conversations are charted and filtered by: those of the small cube. */
export const cubeRoles = ["channel", "language", "sentiment", "status"] as const;
export type CubeRole = (typeof cubeRoles)[number];

/** The parts a field can play on the screen. */
export const roleNames = ["id", "time", ...cubeRoles, "count"] as const;
export type RoleName = (typeof roleNames)[number];

/** A rule gives points to a field whose own words match. The best rule counts, not the sum. */
export type Rule = readonly [pattern: RegExp, points: number];

/** What a role is, and what the field that plays it is found by. */
export type Role = {
  /** What plays it: a dimension, or for the count a measure. */
  playedBy: "dimension" | "measure";
  value: "text" | "time" | "number";
  /** Whether one conversation may have several values. */
  several: boolean;
  /**
   * Whether its bare name says nothing by itself: `Id` is the id, and `Count` counts the rows, of whatever stands before
   * it. A channel, a language or a sentiment is one of the conversation's in every cube.
   */
  ofItsThing: boolean;
  /** Held against the plain words of a name, see `plainWords`. */
  names: readonly Rule[];
  /** Held against the description as the account writes it. */
  descriptions: readonly Rule[];
};

/** What can stand behind `created` and `start`. */
const moment = "( at| on| date| time| date time)?";

const id: Role = {
  playedBy: "dimension",
  value: "text",
  several: false,
  ofItsThing: true,
  names: [
    [/^conversations? (id|sid)$/, 10],
    [/^(id|sid)$/, 9],
    [/^(conversation (key|unique id)|unique (conversation )?id|id of (the )?conversation)$/, 7],
    [/^conversation$/, 5],
  ],
  descriptions: [[/\b(unique )?(id|identifier|sid) of (the|a) conversation\b/i, 5]],
};

const time: Role = {
  playedBy: "dimension",
  value: "time",
  several: false,
  ofItsThing: true,
  names: [
    [/^(created (at|date|time|on|date time)|(date|time|date time) created|(date|time) of created)$/, 10],
    [new RegExp(`^conversation (created|start)${moment}$`), 10],
    [/^(start (at|date|time|on|date time)|(date|time) start|start|created)$/, 9],
    [new RegExp(`^(conversation )?(opened|initiated)${moment}$`), 7],
    [/^conversation (date|time|date time)$/, 7],
    [/^(occurred at|date|time|date time)$/, 5],
  ],
  descriptions: [[/\b(when|time|date)\b.*\bconversation\b.*\b(created|started|began)\b/i, 5]],
};

const channel: Role = {
  playedBy: "dimension",
  value: "text",
  several: true,
  ofItsThing: false,
  names: [
    [/^channels?$/, 10],
    [/^(conversation )?channels? (types?|names?)$/, 9],
    [/^conversation channels?$/, 9],
    [/^(conversation )?channels? (types? )?(list|set|codes?|kinds?|category|used)$/, 8],
    [/^((list of|all) channels|channels? used)$/, 8],
    [/^(primary|first|initial|main|origin|source|contact|communication) channels?( types?)?$/, 6],
    [/^(medium|media types?)$/, 5],
  ],
  descriptions: [[/\bchannels?\b.*\b(conversation|used|took place)\b/i, 4]],
};

const language: Role = {
  playedBy: "dimension",
  value: "text",
  several: true,
  ofItsThing: false,
  names: [
    [/^languages?$/, 10],
    [/^(conversation languages?|languages? (codes?|tags?))$/, 9],
    [/^(conversation )?languages? (list|set|names?|detected|used|spoken|codes?|tags?|iso( codes?)?)$/, 8],
    [/^(list of|all) languages$/, 8],
    [/^(conversation )?locales?( codes?)?$/, 7],
    [/^(primary|main|detected|spoken|first|customer) (languages?|locales?)( codes?)?$/, 7],
    [/^iso languages?( codes?)?$/, 6],
  ],
  descriptions: [[/\blanguages?\b.*\b(conversation|spoken|detected|used)\b/i, 4]],
};

const sentiment: Role = {
  playedBy: "dimension",
  value: "text",
  several: false,
  ofItsThing: false,
  names: [
    [/^sentiments?$/, 10],
    [
      /^((overall|conversation|customer|caller|final|dominant|primary|main) ){0,2}sentiments?( (overall|final|label|value|result|category|class|classification|name|type|tag|polarity))?$/,
      9,
    ],
  ],
  descriptions: [[/\bsentiment\b/i, 5]],
};

const status: Role = {
  playedBy: "dimension",
  value: "text",
  several: false,
  ofItsThing: true,
  names: [
    [/^(conversation )?status$/, 10],
    [/^(current (conversation )?|conversation current )status$/, 9],
    [/^(conversation )?status (name|label|value|code|type)$/, 8],
    [/^(current )?(conversation )?(lifecycle )?state( (name|label|value|code|type))?$/, 7],
  ],
  descriptions: [[/\bstatus of the conversation\b/i, 4]],
};

const count: Role = {
  playedBy: "measure",
  value: "number",
  several: false,
  ofItsThing: true,
  names: [
    [/^((unique|distinct|total|all) )*conversations? (count|total|number|volume)$/, 11],
    [/^(count|number|total|unique|distinct)( of)?( (unique|distinct|all|total))* conversations?( ids?)?$/, 11],
    [/^conversations? ((unique|distinct) count|(count )?(unique|distinct))$/, 10],
    [/^((unique|distinct) )?conversation ids? ((unique|distinct) )?count( (unique|distinct))?$/, 10],
    [/^(count|conversations|total)$/, 9],
    [/^(total count|(distinct|unique) count|count (distinct|unique|all))$/, 7],
    [/^((row|record) count|rows|records|(number|count) of (rows|records)|volume)$/, 5],
  ],
  descriptions: [[/\b(number|count) of (unique |distinct )?conversations\b/i, 6]],
};

/** Every role. What is known of roles in general stands here alone. */
export const roles: Readonly<Record<RoleName, Role>> = { id, time, channel, language, sentiment, status, count };
