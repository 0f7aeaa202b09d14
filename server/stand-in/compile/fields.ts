import type { Catalogue, Cube, Dimension, Measure } from "../catalogue/types.ts";
import { badRequest, type TwilioError } from "../http/errors.ts";

function unknownField(name: string, path: string, kind: string): TwilioError {
  return badRequest(`${path}: '${name}' is not a known ${kind}`, { field: name });
}

/** Finds a dimension by name, to be selected or to filter by. */
export function findDimension(catalogue: Catalogue, name: string, path: string, use: "select" | "filter"): Dimension {
  const found = catalogue.cubes.flatMap((cube) => cube.dimensions).find((one) => one.name === name);
  if (!found) {
    const isMeasure = catalogue.cubes.some((cube) => cube.measures.some((one) => one.name === name));
    if (isMeasure) throw badRequest(`${path}: '${name}' is a measure; a dimension is needed here`, { field: name });
    throw unknownField(name, path, "dimension");
  }
  if (use === "select" && found.filterOnly) {
    throw badRequest(`${path}: '${name}' can be filtered by but not selected; select one of its grains`, {
      field: name,
    });
  }
  return found;
}

/** Finds a measure by name. */
export function findMeasure(catalogue: Catalogue, name: string, path: string): Measure {
  const found = catalogue.cubes.flatMap((cube) => cube.measures).find((one) => one.name === name);
  if (!found) throw unknownField(name, path, "measure");
  return found;
}

/** The cubes that the fields of a query belong to. */
export function usedCubes(catalogue: Catalogue, fields: readonly (Dimension | Measure)[]): Cube[] {
  return catalogue.cubes.filter((cube) => [...cube.dimensions, ...cube.measures].some((one) => fields.includes(one)));
}
