import { type Metadata, metadataSchema } from "../../../contract/metadata.ts";
import type { Dialect, Hooks } from "./types.ts";

type Field = Metadata["cubes"][number]["measures"][number];

function fieldsChanged(change: (field: Field) => Field): Hooks {
  return {
    metadata: ({ cubes, ...rest }) => ({
      ...rest,
      cubes: cubes.map((cube) => ({
        ...cube,
        measures: cube.measures.map(change),
        dimensions: cube.dimensions.map(change),
      })),
    }),
  };
}

/** Calls the types of times, words and numbers what other systems call them. */
function typed(words: Readonly<Record<string, string>>): Hooks {
  return fieldsChanged((field) => ({ ...field, type: words[field.type ?? ""] ?? field.type }));
}

function metadataAs(change: (metadata: Metadata) => unknown): Hooks {
  return {
    answer: (body, asked) => {
      const metadata = asked === "metadata" ? metadataSchema.safeParse(body) : undefined;
      return metadata?.success ? change(metadata.data) : body;
    },
  };
}

function byName<Item extends { name: string }>(items: readonly Item[]) {
  return Object.fromEntries(items.map(({ name, ...rest }) => [name, rest]));
}

/** What the metadata says of fields beside their names. */
export const metadata: readonly Dialect[] = [
  {
    name: "types-clickhouse",
    does: "calls types what ClickHouse calls them: `DateTime64(6)`, `String`, `Float64`",
    hooks: typed({ time: "DateTime64(6)", string: "String", number: "Float64" }),
  },
  {
    name: "types-sql",
    does: "calls types `TIMESTAMP`, `VARCHAR` and `NUMERIC`",
    hooks: typed({ time: "TIMESTAMP", string: "VARCHAR", number: "NUMERIC" }),
  },
  {
    name: "types-missing",
    does: "tells no type of any field",
    hooks: fieldsChanged(({ type: _, ...field }) => field),
  },
  {
    name: "metadata-items",
    does: "lists the cubes as `items` with a `meta`, as all other lists are",
    hooks: metadataAs(({ cubes, domain }) => ({
      domain,
      items: cubes,
      meta: { key: "items", pageSize: cubes.length },
    })),
  },
  {
    name: "metadata-flat",
    does: "lists measures and dimensions without cubes",
    hooks: metadataAs(({ cubes, domain }) => ({
      domain,
      measures: cubes.flatMap(({ measures }) => measures),
      dimensions: cubes.flatMap(({ dimensions }) => dimensions),
    })),
  },
  {
    name: "metadata-maps",
    does: "lists cubes and their fields as objects by their names",
    hooks: metadataAs(({ cubes, domain }) => ({
      domain,
      cubes: byName(
        cubes.map((cube) => ({ ...cube, measures: byName(cube.measures), dimensions: byName(cube.dimensions) })),
      ),
    })),
  },
  {
    name: "metadata-mixed",
    does: "lists the measures and dimensions of a cube together as `fields`, each with its `kind`",
    hooks: metadataAs(({ cubes, domain }) => ({
      domain,
      cubes: cubes.map(({ measures, dimensions, ...cube }) => ({
        ...cube,
        fields: [
          ...measures.map((one) => ({ ...one, kind: "measure" })),
          ...dimensions.map((one) => ({ ...one, kind: "dimension" })),
        ],
      })),
    })),
  },
  {
    name: "metadata-folders",
    does: "lists the cubes within another one",
    hooks: metadataAs(({ cubes, domain }) => ({ domain, cubes: [{ name: "All", cubes }] })),
  },
  {
    name: "descriptions-missing",
    does: "tells no description of any field",
    hooks: fieldsChanged(({ description: _, ...field }) => field),
  },
];
