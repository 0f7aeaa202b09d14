import { build } from "../../../scripts/build-product.ts";

/** The end-to-end tests drive what ships, so it is built first, unless it already is built from these sources. */
export default async function buildProduct(): Promise<void> {
  if ((await build({ ifNeeded: true })) !== 0) throw new Error("The product does not build; see above.");
}
