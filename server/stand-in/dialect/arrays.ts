import { classic } from "../catalogue/classic.ts";
import type { Catalogue, Dimension, Label, Measure } from "../catalogue/types.ts";
import { channelSets, channels, languageSets, languages } from "../sample/sets.ts";
import { isCount, isList, mapDimensions, mapMeasures } from "./fields.ts";
import type { Dialect, Hooks } from "./types.ts";

type Write = (members: readonly string[]) => unknown;

/** Cells of lists are written in another way; filters still ask for a member. */
function written(write: Write): Hooks {
  return {
    cell: (value, dimension) => (isList(dimension) && Array.isArray(value) ? write(value.map(String)) : value),
  };
}

/** Lists are words to the account, in cells, in filters and in its order. */
function asWords(write: (members: readonly string[]) => string): Hooks {
  const word = (label: Label) => (typeof label === "string" ? label : write(label));
  return {
    catalogue: (catalogue) =>
      mapDimensions(catalogue, (one) => (one.kind === "coded" ? { ...one, labels: one.labels.map(word) } : one)),
  };
}

/** `['A','B']`, as ClickHouse casts an array to text. */
function likeClickHouse(members: readonly string[]): string {
  return `[${members.map((one) => `'${one.replace(/['\\]/g, "\\$&")}'`).join(",")}]`;
}

const asText: Readonly<Record<string, { text: string; write: (members: readonly string[]) => string }>> = {
  json: { text: '`["A","B"]`', write: (members) => JSON.stringify(members) },
  clickhouse: { text: "`['A','B']`", write: likeClickHouse },
  comma: { text: "`A, B`", write: (members) => members.join(", ") },
  slash: { text: "`A/B`", write: (members) => members.join("/") },
  blank: { text: "`A B`", write: (members) => members.join(" ") },
  and: { text: "`A and B`", write: (members) => members.join(", ").replace(/, (?=[^,]*$)/, " and ") },
};

const spelled = Object.entries(asText).flatMap(([name, { text, write }]): Dialect[] => [
  { name: `arrays-${name}`, does: `takes lists as text such as ${text}, in filters, too`, hooks: asWords(write) },
  {
    name: `arrays-${name}-cells`,
    does: `writes lists as text such as ${text}; filters ask for a member`,
    hooks: written(write),
  },
]);

/** How the labels of the combinations write each single member. */
function memberLabels(labels: readonly Label[], sets: readonly (readonly string[])[], members: readonly string[]) {
  return members.map((member): Label => {
    const label = labels[sets.findIndex((set) => set.length === 1 && set[0] === member)];
    return typeof label === "string" ? label : (label?.[0] ?? member);
  });
}

function takenApart(dimension: Dimension): Dimension {
  if (dimension.kind !== "coded" || !isList(dimension)) return dimension;
  const { labels } = dimension;
  return dimension.sql === "c.channels"
    ? { ...dimension, sql: "ch.member", joins: ["channel"], labels: memberLabels(labels, channelSets, channels) }
    : { ...dimension, sql: "la.member", joins: ["language"], labels: memberLabels(labels, languageSets, languages) };
}

/** A conversation of several rows is still one to whatever counts. */
function countedOnce(measure: Measure): Measure {
  if (measure.aggregation !== "count" || isCount(measure) || measure.joins?.length) return measure;
  return { ...measure, sql: `CASE WHEN ${measure.sql} IS NOT NULL THEN c.n END` };
}

function exploded(changeJoin: (sql: string) => string): Hooks {
  const { channel = "", language = "" } = classic.joins;
  const joins = { channel, language: changeJoin(language) };
  return {
    catalogue: (catalogue) => ({
      ...mapMeasures(mapDimensions(catalogue, takenApart), countedOnce),
      joins: { ...catalogue.joins, ...joins },
    }),
  };
}

function selectedWhere(condition: (dimension: Dimension) => string | undefined): (catalogue: Catalogue) => Catalogue {
  return (catalogue) =>
    mapDimensions(catalogue, (one) => {
      const sql = condition(one);
      return sql === undefined ? one : { ...one, selectedWhere: [...(one.selectedWhere ?? []), sql] };
    });
}

function notEmpty(dimension: Dimension): string | undefined {
  if (dimension.kind !== "coded" || !isList(dimension)) return undefined;
  const empty = dimension.labels.findIndex((label) => typeof label !== "string" && label.length === 0);
  return empty < 0 ? undefined : `${dimension.sql} <> ${empty}`;
}

/** What becomes of lists, and of what is not there. */
export const arrays: readonly Dialect[] = [
  {
    name: "arrays-exploded",
    does: "answers lists member by member: a conversation of two channels has two rows; an empty list gives null",
    hooks: exploded((sql) => sql),
  },
  {
    name: "arrays-exploded-empty-lost",
    does: "answers lists member by member, and an empty list has no row, as with ClickHouse’s arrayJoin",
    hooks: exploded((sql) => sql.replace(/^LEFT JOIN/, "JOIN")),
  },
  {
    name: "nulls-lost",
    does: "leaves out every row that has null in a selected dimension",
    hooks: { catalogue: selectedWhere((one) => (one.required ? undefined : `(${one.sql}) IS NOT NULL`)) },
  },
  {
    name: "empty-lost",
    does: "leaves out every row that has an empty list in a selected dimension",
    hooks: { catalogue: selectedWhere(notEmpty) },
  },
  ...spelled,
  {
    name: "arrays-objects",
    does: 'writes lists as objects such as `[{"name": "A"}]`; filters ask for a member',
    hooks: written((members) => members.map((name) => ({ name }))),
  },
  {
    name: "arrays-places",
    does: 'writes lists as objects such as `{"0": "A"}`, as PHP may; filters ask for a member',
    hooks: written((members) => ({ ...members })),
  },
];
