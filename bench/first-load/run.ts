import { build } from "../../scripts/build-product.ts";
import { firstLoad, type Kind, limits, total } from "../../scripts/first-load.ts";

/** What a browser loads before the first paint, file by file, beside the limits that the end-to-end tests keep. */
if ((await build({ ifNeeded: true })) !== 0) throw new Error("The product does not build; see above.");
const files = firstLoad();
console.log("Bytes that the built index.html names: as they are, and as gzip sends them.");
console.table(files.map(({ kind, path, bytes, gzip }) => ({ kind, path, bytes, gzip })));
const kinds: Kind[] = ["script", "style"];
console.table(kinds.map((kind) => ({ kind, gzip: total(files, kind), limit: limits[kind] })));
