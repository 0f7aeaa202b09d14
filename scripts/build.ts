// `npm run build`. With --if-needed it does nothing where dist/ already is a build of exactly these sources.
import { build } from "./build-product.ts";

process.exitCode = await build({ ifNeeded: process.argv.includes("--if-needed") });
