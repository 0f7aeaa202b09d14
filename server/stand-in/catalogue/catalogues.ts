import type { CatalogueName } from "../options.ts";
import { classic } from "./classic.ts";
import { reference } from "./reference.ts";
import { summary } from "./summary.ts";
import type { Catalogue } from "./types.ts";

const catalogues: Record<CatalogueName, Catalogue> = { reference, classic, summary };

/** The vocabulary of a name. */
export function catalogueOf(name: CatalogueName): Catalogue {
  return catalogues[name];
}
