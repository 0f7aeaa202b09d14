import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, gzip, constants as zlib } from "node:zlib";

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/** Texts; index.html is written anew for each answer, and what debuggers ask for is asked for once in a while. */
const worthwhile = /\.(js|css|svg|html|json|webmanifest)$/;
const written = "index.html";

/** Smaller files fit into one packet as they are. */
const leastBytes = 1024;

/**
 * Writes each text of a built folder a second and a third time, packed as small as can be: packing is then paid once for
 * each release and not for each reader. Browsers take Brotli over HTTPS and from their own machine, gzip everywhere.
 */
export async function packFiles(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && worthwhile.test(entry.name) && entry.name !== written)
    .map((entry) => join(entry.parentPath, entry.name));
  await Promise.all(
    paths.map(async (path) => {
      const bytes = await readFile(path);
      if (bytes.length < leastBytes) return;
      const params = { [zlib.BROTLI_PARAM_SIZE_HINT]: bytes.length };
      await Promise.all([
        brotli(bytes, { params }).then((packed) => writeFile(`${path}.br`, packed)),
        gzipped(bytes, { level: 9 }).then((packed) => writeFile(`${path}.gz`, packed)),
      ]);
    }),
  );
}
