import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { rootFolder } from "./run.ts";

const client = join(rootFolder, "dist/client");

/** The most that a browser may have to load before the first paint, in bytes as gzip sends them. */
export const limits = { script: 195_000, style: 24_000 } as const;

export type Kind = keyof typeof limits;

/** A built file that index.html names, so that the browser loads it before anything is drawn. */
export type LoadedFile = { kind: Kind; path: string; bytes: number; gzip: number };

function measured(kind: Kind, path: string): LoadedFile {
  const content = readFileSync(join(client, path));
  return { kind, path, bytes: content.length, gzip: gzipSync(content).length };
}

/** The scripts, with what they import, and the style sheets of the built index.html. */
export function firstLoad(): LoadedFile[] {
  const html = readFileSync(join(client, "index.html"), "utf8");
  const paths = [...html.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="(\/[^"]+\.(?:js|css))"/g)];
  return paths.flatMap(([, path]) => (path ? [measured(path.endsWith(".css") ? "style" : "script", path)] : []));
}

/** What is loaded first, in bytes as gzip sends them. */
export function total(files: readonly LoadedFile[], kind: Kind): number {
  return files.filter((file) => file.kind === kind).reduce((sum, { gzip }) => sum + gzip, 0);
}

function built(extension: ".js" | ".css"): string {
  const folder = join(client, "assets");
  const files = readdirSync(folder).filter((name) => name.endsWith(extension));
  return files.map((name) => readFileSync(join(folder, name), "utf8")).join("\n");
}

function hashedClasses(text: string): Set<string> {
  return new Set(text.match(/\bm_[0-9a-f]{6,8}\b/g));
}

/**
 * The design system's components that are in the built scripts without their styles. Only the styles of components in
 * use are loaded, and a component without its own looks broken without any error.
 */
export function unstyledComponents(): string[] {
  const styles = join(rootFolder, "node_modules/@mantine/core/styles");
  const used = hashedClasses(built(".js"));
  const styled = hashedClasses(built(".css"));
  const missing = (name: string): boolean =>
    [...hashedClasses(readFileSync(join(styles, name), "utf8"))].some((one) => used.has(one) && !styled.has(one));
  return readdirSync(styles)
    .filter((name) => name.endsWith(".layer.css") && missing(name))
    .map((name) => name.replace(".layer.css", ""));
}

/** Sentences about a build that is too large or lacks styles; none where all is well. */
export function firstLoadFaults(): string[] {
  const files = firstLoad();
  const kinds: Kind[] = ["script", "style"];
  return [
    ...kinds.flatMap((kind) => {
      const gzip = total(files, kind);
      if (gzip > 0 && gzip <= limits[kind]) return [];
      return [`The first load takes ${gzip} bytes (gzip) of ${kind}; at most ${limits[kind]} are allowed.`];
    }),
    ...unstyledComponents().map(
      (name) => `${name} has no styles: add @mantine/core/styles/${name}.layer.css to client/ui/mantine.ts.`,
    ),
  ];
}
