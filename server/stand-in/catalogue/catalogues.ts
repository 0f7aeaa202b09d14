import type { CatalogueName } from "../options.ts";
import { reference } from "./reference.ts";
import type { Catalogue } from "./types.ts";

const catalogues: Record<CatalogueName, Catalogue> = { reference, classic: reference, summary: reference };

export function catalogueOf(name: CatalogueName): Catalogue {
  return catalogues[name];
}
