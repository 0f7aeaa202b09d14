// `npm run size`: what a browser loads before the first paint, and whether that is within the limits.
import { build } from "./build-product.ts";
import { firstLoad, firstLoadFaults, limits, total } from "./first-load.ts";

process.exitCode = await build({ ifNeeded: true });
if (process.exitCode === 0) {
  const files = firstLoad();
  console.table(files.map(({ path, bytes, gzip }) => ({ path, bytes, gzip })));
  for (const kind of ["script", "style"] as const) {
    console.log(`${kind}: ${total(files, kind)} bytes (gzip) of at most ${limits[kind]}`);
  }
  const faults = firstLoadFaults();
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) process.exitCode = 1;
}
