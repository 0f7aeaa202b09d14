import { build } from "../../../scripts/build-product.ts";
import { firstLoadFaults } from "../../../scripts/first-load.ts";

/**
 * The end-to-end tests drive what ships, so it is built first, unless it already is built from these sources. A build
 * that a browser would load slowly, or that lacks styles, is refused.
 */
export default async function buildProduct(): Promise<void> {
  if ((await build({ ifNeeded: true })) !== 0) throw new Error("The product does not build; see above.");
  const faults = firstLoadFaults();
  if (faults.length > 0) throw new Error(faults.join("\n"));
}
