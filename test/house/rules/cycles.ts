import type { Source } from "../support/source.ts";

/** No file imports itself by a detour, by types alone neither: two files of which each needs the other are one. */
export function cycleRule(sources: readonly Source[]): string[] {
  const imports = new Map(
    sources.map(({ path, imports }) => [path, imports.flatMap((i) => (i.target ? [i.target] : []))]),
  );
  const done = new Set<string>();
  const found: string[] = [];
  const walk = (path: string, trail: readonly string[]): void => {
    const from = trail.indexOf(path);
    if (from >= 0)
      found.push(`These files import one another in a circle: ${[...trail.slice(from), path].join(" -> ")}.`);
    if (from >= 0 || done.has(path)) return;
    for (const target of imports.get(path) ?? []) walk(target, [...trail, path]);
    done.add(path);
  };
  for (const path of imports.keys()) walk(path, []);
  return found;
}
