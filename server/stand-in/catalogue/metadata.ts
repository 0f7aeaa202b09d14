import type { Metadata } from "../../../contract/metadata.ts";
import type { Catalogue, Dimension } from "./types.ts";

function typeOf(dimension: Dimension): string {
  return dimension.kind === "coded" ? "string" : dimension.kind;
}

/** The catalogue as Twilio's Metadata. */
export function metadataOf(catalogue: Catalogue): Metadata {
  return {
    domain: catalogue.domain,
    cubes: catalogue.cubes.map(({ name, description, measures, dimensions }) => ({
      name,
      description,
      measures: measures.map((one) => ({
        name: one.name,
        description: one.description,
        type: "number",
        aggregation: one.aggregation,
      })),
      dimensions: dimensions
        .filter((one) => !one.filterOnly)
        .map((one) => ({ name: one.name, description: one.description, type: typeOf(one) })),
    })),
  };
}
